internal import SourceText

extension [ExplainedStep] {
    /// Tells the steps that did not apply a result what came only after it: the creation of the
    /// payment, or the start of the attempt.
    mutating func lookAhead() {
        var created: LaterStep?
        var started: [ExactText: LaterStep] = [:]
        for index in indices.reversed() {
            let row = self[index].row
            let mark = LaterStep(step: row.number, at: row.at)
            switch self[index].reason {
            case .created: created = mark
            case .started, .recorded: started[ExactText(row.attempt ?? "")] = mark
            case .resultOfUnknownPayment(let result, _):
                self[index].reason = .resultOfUnknownPayment(result, created: created)
            case .resultOfUnknownAttempt(var missing):
                missing.started = started[ExactText(missing.result.attempt)]
                self[index].reason = .resultOfUnknownAttempt(missing)
            default: break
            }
        }
    }
}
