internal import Payments
internal import Replay

/// The sentences about results that were not applied.
extension Sentences {
    /// Why the step did not apply a result.
    func dropped(_ reason: Reason) -> String? {
        switch reason {
        case .resultOfUnknownPayment(let result, let created):
            let creation = created.map { " (it was created \(later($0, than: result)))" } ?? ""
            return "no event has created this payment yet\(creation), so that "
                + comesToNothing(result, withAttempt: true)
        case .resultOfUnknownAttempt(let missing):
            return text(missing)
        case .unsignedResult(let result, let route):
            let gateway = route.map(Words.gateway) ?? "its gateway"
            let consequence =
                result.outcome == .succeeded ? "it pays nothing" : "it changes nothing"
            return
                "the signature of \(this(result, withAttempt: true)) is missing or is not that of "
                + "\(gateway), so that \(consequence)"
        default: return nil
        }
    }

    private func text(_ missing: Reason.MissingAttempt) -> String {
        let result = missing.result
        let start = missing.started.map { "started \(later($0, than: result))" }
        if let refusal = missing.refusal {
            return "\(name(result.attempt)) was refused in step \(refusal.step) "
                + "(\(text(refusal.cause)))\(start.map { " and \($0)" } ?? ""), so that "
                + comesToNothing(result)
        }
        return "attempt \(name(result.attempt)) was not started yet"
            + "\(start.map { " (it was \($0))" } ?? ""), so that \(comesToNothing(result)); "
            + attempts(missing.known, missing.knownCount)
    }

    private func text(_ cause: RefusedStart.Cause) -> String {
        switch cause {
        case .unknownPayment: "the payment was not created yet"
        case .amount(let amount, let currency):
            "its amount, \(Words.decimal(amount)), does not fit \(currency.code)"
        }
    }

    private func later(_ step: LaterStep, than result: DroppedResult) -> String {
        let distance = step.at.duration(since: result.at)
        return distance == .zero
            ? "at the same instant, but after this result, in step \(step.step)"
            : "\(Words.shortDuration(distance)) later, in step \(step.step)"
    }

    private func comesToNothing(_ result: DroppedResult, withAttempt: Bool = false) -> String {
        this(result, withAttempt: withAttempt)
            + (result.outcome == .succeeded ? " pays nothing" : " changes nothing")
    }

    private func this(_ result: DroppedResult, withAttempt: Bool) -> String {
        let attempt = name(result.attempt)
        switch result.outcome {
        case .succeeded: return "this success" + (withAttempt ? " for \(attempt)" : "")
        case .failed:
            return "this failure" + (withAttempt ? " of \(attempt)" : "")
                + (result.error.map { " with \(Words.error($0))" } ?? "")
        }
    }

    private func attempts(_ known: [String], _ count: Int) -> String {
        if known.isEmpty { return "the payment has had no attempt so far" }
        let names = known.map(name)
        let rest = count - known.count
        return "the payment has "
            + Words.list(rest > 0 ? names + ["\(rest) more"] : names)
    }
}

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
            "\(count(results)) for \(name(attempt.attempt)) came\(when) without a right signature "
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
