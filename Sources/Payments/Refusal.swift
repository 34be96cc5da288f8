/// Results whose signatures are verified (`spec/signatures.md`). The state machine knows no keys: what
/// drives it looks at the signature.
extension Payment {
    /// The attempt with this identifier, nil if there is none.
    public func attempt(_ id: AttemptKey) -> Attempt? {
        position(of: id).map { self[at: $0] }
    }

    /// The step of a result of `attempt` whose signature is not right: it changes nothing. Nil for a
    /// result that is to be applied, which says what is wrong with an unknown payment or attempt.
    ///
    /// - Parameter isSigned: whether the signature is that of the attempt's connector.
    public func refuse(
        resultOf attempt: AttemptKey, at time: Timestamp, unless isSigned: (Attempt) -> Bool
    ) -> Step? {
        guard let known = self.attempt(attempt), !isSigned(known) else { return nil }
        return notApplied(time, attempt, .invalidSignature)
    }
}
