public import Payments

/// When a step was taken, as the deadline that it could have met or missed sees it.
public enum Moment: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case before, at, after, withoutDeadline

    /// The stable name in every output.
    public var name: String {
        switch self {
        case .before: "before"
        case .at: "at"
        case .after: "after"
        case .withoutDeadline: "without-deadline"
        }
    }

    /// The moment of `step`, which led on from `before`.
    ///
    /// The deadline is that of the attempt that the step names, if it was known before the step,
    /// else that of the payment's latest attempt.
    public init(of step: Step, from before: Payment) {
        self.init(of: step, deadline: before.attempt(concernedBy: step)?.deadline)
    }

    init(of step: Step, deadline: Timestamp?) {
        guard let deadline else {
            self = .withoutDeadline
            return
        }
        self = step.at < deadline ? .before : step.at == deadline ? .at : .after
    }
}

extension Payment {
    /// The attempt that `step` names, if this payment has it, else its latest one.
    fileprivate func attempt(concernedBy step: Step) -> Attempt? {
        let count = attemptCount
        guard count > 0 else { return nil }
        if let key = step.attempt {
            for position in 0..<count where self[attempt: position].id == key {
                return self[attempt: position]
            }
        }
        return self[attempt: count - 1]
    }
}
