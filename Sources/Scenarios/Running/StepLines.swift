internal import Payments
internal import Stories

/// The steps of a story in a line each.
enum StepLines {
    private static let mostSteps = 5

    /// The last steps up to and including `time`; nil for the end.
    static func last(of story: Story, upTo time: Timestamp?, from start: Timestamp) -> [String] {
        let seen = story.steps.prefix(story.stepCount(upTo: time)).suffix(mostSteps)
        return zip(seen.indices, seen).map { line($0, $1, story, start) }
    }

    private static func line(
        _ index: Int, _ step: StoryStep, _ story: Story, _ start: Timestamp
    ) -> String {
        let (from, to) = (step.step.from?.name ?? "none", step.step.to?.name ?? "none")
        let attempt = step.step.attempt.map { " of \(story.texts.text($0))" } ?? ""
        let returned = step.step.returned.map {
            ", returned " + AmountText.string(Int128($0), in: story.last.currency) + " "
                + story.last.currency.code
        }
        let at = Offset.text(step.step.at, from: start)
        return "step \(index + 1), \(at): \(step.step.rule.name)\(attempt), \(from) → \(to)"
            + (returned ?? "")
    }
}
