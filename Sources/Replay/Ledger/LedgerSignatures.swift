internal import Payments

extension Ledger {
    /// The step of a result whose signature is not right; nil where it is, and where nobody looks.
    @inline(__always)
    func refusal(
        of event: PaymentEvent, _ record: UnsafeMutablePointer<EventRecord>,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Step? {
        guard let verifier else { return nil }
        switch event.action {
        case .created, .attempted: return nil
        case .succeeded(let key), .failed(let key, _):
            return refusal(ofResultOf: key, at: event.at, record, entry, verifier)
        }
    }

    @inline(never)
    private func refusal(
        ofResultOf key: AttemptKey, at time: Timestamp,
        _ record: UnsafeMutablePointer<EventRecord>, _ entry: UnsafeMutablePointer<LedgerEntry>,
        _ verifier: SignatureVerifier
    ) -> Step? {
        // What is unknown has no connector, and is not counted.
        guard let attempt = entry.pointee.payment.attempt(key) else {
            return entry.pointee.payment.refuse(resultOf: key, at: time)
        }
        guard let text = record.pointee.method else {
            preconditionFailure("where signatures are looked at, results keep their texts")
        }
        let connector = methods[attempt.method].connector.map { Int($0) }
        return verifier.verifies(text, connector: connector)
            ? nil : entry.pointee.payment.refuse(resultOf: key, at: time)
    }

    /// How many signatures were what, by the place of the connector in the configuration.
    var signatureTallies: [SignatureTally] { verifier?.tallies ?? [] }

    /// The attempt of a payment with this identifier, found without making a key for it.
    func attempt(named text: ByteSlice, of position: Int) -> Attempt? {
        let entry = entries.pointer(at: position)
        if let key = AttemptText.inlineKey(text) { return entry.pointee.payment.attempt(key) }
        if let box = attemptIndices[position] {
            return box.index.find(text, hash(text)).flatMap { entry.pointee.payment.attempt($0) }
        }
        for place in 0..<entry.attemptCount {
            let attempt = entry.attempt(place)
            if let known = AttemptText.stored(attempt.id), known == text { return attempt }
        }
        return nil
    }
}
