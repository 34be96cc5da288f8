internal import Payments

/// The clauses about results for an attempt that were not applied to it.
extension Sentences {
    /// What came for `attempt` and was dropped, as clauses; nil if nothing did.
    func dropped(for attempt: OpenAttempt) -> String? {
        let early = attempt.dropped.filter { $0.cause == .early }
        let unsigned = attempt.dropped.filter { $0.cause == .signature }
        let clauses = [
            early.last.map { self.early(early, last: $0, attempt) },
            unsigned.last.map { self.unsigned(unsigned, last: $0, attempt) },
        ].compactMap(\.self)
        return clauses.isEmpty ? nil : clauses.joined(separator: ", and ")
    }

    private func early(
        _ results: [DroppedResult], last: DroppedResult, _ attempt: OpenAttempt
    ) -> String {
        let attemptName = name(attempt.attempt)
        let distance = attempt.startedAt.duration(since: last.at)
        let when =
            distance == .zero ? "at the same instant" : "\(Words.shortDuration(distance)) before"
        let start = "\(count(results)) for \(attemptName) came"
        let steps = "\(attemptName) was started (\(steps(results)))"
        if results.count > 1 {
            return "\(start) before \(steps), the last one \(when), and were dropped"
        }
        return distance == .zero
            ? "\(start) \(when), but before \(steps), and was dropped"
            : "\(start) \(when) \(steps) and was dropped"
    }

    private func unsigned(
        _ results: [DroppedResult], last: DroppedResult, _ attempt: OpenAttempt
    ) -> String {
        let isOne = results.count == 1
        let when = isOne ? " at \(time(last.at))" : ""
        return
            "\(count(results)) for \(name(attempt.attempt)) came\(when) without a valid signature "
            + "(\(steps(results))) and \(isOne ? "was" : "were") dropped"
    }

    /// `a success`, `2 successes and a failure`
    public func count(_ results: [DroppedResult]) -> String {
        let successes = results.count { $0.outcome == .succeeded }
        let failures = results.count - successes
        let parts = [
            (successes, "a success", "successes"), (failures, "a failure", "failures"),
        ]
        return Words.list(
            parts.filter { $0.0 > 0 }.map { $0.0 == 1 ? $0.1 : "\($0.0) \($0.2)" })
    }

    private func steps(_ results: [DroppedResult]) -> String {
        let named = results.prefix(Self.mostSteps).map { "\($0.step)" }
        let rest = results.count - named.count
        let list = Words.list(rest > 0 ? named + ["\(rest) more"] : named)
        return (results.count == 1 ? "step " : "steps ") + list
    }

    private static let mostSteps = 5
}
