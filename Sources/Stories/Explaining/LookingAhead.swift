internal import SourceText

extension [ExplainedStep] {
    /// The same steps; those that did not apply a result know what came only after it: the
    /// creation of the payment, or the start of the attempt.
    func lookingAhead() -> [ExplainedStep] {
        var steps = self
        var created: LaterStep?
        var started: [ExactText: LaterStep] = [:]
        for index in indices.reversed() {
            let row = self[index].row
            let mark = LaterStep(step: row.number, at: row.at)
            switch self[index].reason {
            case .created: created = mark
            case .started, .recorded: started[ExactText(row.attempt ?? "")] = mark
            case .resultOfUnknownPayment(let result, _):
                steps[index].reason = .resultOfUnknownPayment(result, created: created)
            case .resultOfUnknownAttempt(var missing):
                missing.started = started[ExactText(missing.result.attempt)]
                steps[index].reason = .resultOfUnknownAttempt(missing)
            default: break
            }
        }
        return steps
    }
}
