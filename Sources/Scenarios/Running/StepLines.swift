internal import Payments
internal import SourceText
internal import Stories

/// The steps of a story in a line each.
enum StepLines {
    private static let mostSteps = 5

    /// The last steps up to and including `time`; nil for the end.
    static func last(of story: Story, upTo time: Timestamp?, from start: Timestamp) -> [String] {
        let seen = story.steps.enumerated().filter { _, step in
            time.map { step.step.at <= $0 } ?? true
        }
        return seen.suffix(mostSteps).map { line($0.offset, $0.element, story, start) }
    }

    private static func line(
        _ index: Int, _ step: StoryStep, _ story: Story, _ start: Timestamp
    ) -> String {
        let (from, to) = (step.step.from?.name ?? "none", step.step.to?.name ?? "none")
        let attempt = step.step.attempt.map { " of \(story.texts.text($0))" } ?? ""
        let returned = step.step.returned.map {
            ", returned " + AmountText.string(Int128($0), in: step.after.currency) + " "
                + step.after.currency.code
        }
        let at = Offset.text(step.step.at, from: start)
        return "step \(index + 1), \(at): \(step.step.rule.name)\(attempt), \(from) → \(to)"
            + (returned ?? "")
    }
}
