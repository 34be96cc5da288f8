internal import Payments

/// The sentences about results that were not applied.
extension Sentences {
    /// Why the step did not apply a result.
    func dropped(_ reason: Reason) -> String? {
        switch reason {
        case .resultOfUnknownPayment(let result, let created):
            let creation = created.map { " (it was created \(later($0, than: result)))" } ?? ""
            return "no event has created this payment yet\(creation), so "
                + comesToNothing(result, withAttempt: true)
        case .resultOfUnknownAttempt(let missing):
            return text(missing)
        case .unsignedResult(let result, let route):
            let gateway = route.map(Words.gateway) ?? "its gateway"
            let consequence =
                result.outcome == .succeeded ? "it pays nothing" : "it changes nothing"
            return
                "the signature of \(this(result, withAttempt: true)) is missing or is not that of "
                + "\(gateway), so \(consequence)"
        default: return nil
        }
    }

    private func text(_ missing: Reason.MissingAttempt) -> String {
        let result = missing.result
        let start = missing.started.map { "started \(later($0, than: result))" }
        if let refusal = missing.refusal {
            return "\(name(result.attempt)) was refused in step \(refusal.step) "
                + "(\(text(refusal.cause)))\(start.map { " and \($0)" } ?? ""), so "
                + comesToNothing(result)
        }
        return "attempt \(name(result.attempt)) had not been started yet"
            + "\(start.map { " (it was \($0))" } ?? ""), so \(comesToNothing(result)); "
            + attempts(missing.known, missing.knownCount)
    }

    private func text(_ cause: RefusedStart.Cause) -> String {
        switch cause {
        case .unknownPayment: "the payment had not been created yet"
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
        if known.isEmpty { return "the payment has had no attempts so far" }
        let names = known.map(name)
        let rest = count - known.count
        return "the payment has "
            + Words.list(rest > 0 ? names + ["\(rest) more"] : names)
    }
}
