internal import Events
internal import Payments

extension Ledger {
    /// Applies the records in their order, except for results whose signatures are not right; false as
    /// soon as one is older than what was applied to its payment before.
    ///
    /// It is a loop of its own, so that the other one has nothing in it that most replays do not need.
    @inline(never)
    mutating func applyVerified(_ records: ShardRecords, linesBefore: Int) -> Bool {
        applyAll(records, verifies: true, linesBefore: linesBefore)
    }

    /// The step of a result that is not applied, since its signature is not right.
    mutating func refusal(
        of record: UnsafeMutablePointer<EventRecord>, _ position: Int,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Step? {
        guard case .result(let result) = record.pointee.payload, let verifier else { return nil }
        let key = attemptKey(result.attempt, of: position)
        return entry.pointee.payment.refuse(resultOf: key, at: record.pointee.at) { attempt in
            guard let text = result.text else {
                preconditionFailure("where signatures are looked at, results keep their texts")
            }
            return verifier.verifies(
                text, connector: methods[attempt.method].connector.map { Int($0) })
        }
    }

    /// How many signatures were what, by the index of the connector in the configuration.
    var signatureTallies: [SignatureTally] { verifier?.tallies ?? [] }

    /// The attempt of a payment with this identifier, found without making a key for it.
    func attempt(named text: ByteSlice, of position: Int) -> Attempt? {
        let entry = entries.pointer(at: position)
        if let key = AttemptText.inlineKey(text) { return entry.pointee.payment.attempt(key) }
        if let box = attemptIndices[position] {
            return box.index.find(text, hash(text)).flatMap { entry.pointee.payment.attempt($0) }
        }
        for position in 0..<entry.attemptCount {
            let attempt = entry.attempt(position)
            if let known = AttemptText.stored(attempt.id), known == text { return attempt }
        }
        return nil
    }
}
