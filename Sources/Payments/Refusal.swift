/// Results whose signatures are verified (contract, section 10). The state machine knows no keys:
/// whoever drives it looks at the signature, and refuses what is not right instead of applying it.
extension Payment {
    /// The attempt with this identifier, which says whose signature a result must have; nil if
    /// there is none.
    public func attempt(_ id: AttemptKey) -> Attempt? {
        position(of: id).map { self[at: $0] }
    }

    /// The step of a result of `attempt` whose signature is not right: it changes nothing. As
    /// anywhere, an unknown payment or attempt is said first. Earlier timers have fired (see
    /// `expire`).
    public func refuse(resultOf attempt: AttemptKey, at time: Timestamp) -> Step {
        if status == nil { return notApplied(time, attempt, .unknownPayment) }
        guard position(of: attempt) != nil else {
            return notApplied(time, attempt, .unknownAttempt)
        }
        return notApplied(time, attempt, .invalidSignature)
    }
}
