internal import Events
internal import Payments

extension Ledger {
    /// Applies the records in their order, but for results whose signatures are not right; false as
    /// soon as one is older than what was applied to its payment before.
    ///
    /// It is a loop of its own, so that the other one has nothing in it that most replays do not need.
    @inline(never)
    mutating func applyVerified(_ records: ShardRecords, linesBefore: Int) -> Bool {
        var ahead = LookAhead()
        for index in 0..<records.count {
            look(&ahead, records, index)
            let record = records[index]
            let position = find(record, ahead[index])
            if record.pointee.type == .result {
                let entry = entries.pointer(at: position)
                guard entry.pointee.latest <= record.pointee.at else { return false }
                entry.pointee.latest = record.pointee.at
                if refuses(record, position, linesBefore: linesBefore) { continue }
            }
            guard apply(record, position, linesBefore: linesBefore) else { return false }
        }
        return true
    }

    /// Whether a result is not applied, since its signature is not right. Its timer, if that is due,
    /// fires first; so it does not fire again if the result is applied after all.
    private mutating func refuses(
        _ record: UnsafeMutablePointer<EventRecord>, _ position: Int, linesBefore: Int
    ) -> Bool {
        let entry = entries.pointer(at: position)
        let (time, key) = (record.pointee.at, attemptKey(record.pointee.party, of: position))
        if let timer = entry.pointee.payment.expire(before: time, isResult: true) {
            note(timer, position)
        }
        if verifies(record, key, entry) { return false }
        let step = entry.pointee.payment.refuse(resultOf: key, at: time)
        noteRefused(step, position, record, linesBefore: linesBefore)
        return true
    }

    /// Whether a result has a signature of the connector of the attempt with this key. What is unknown
    /// has no connector, and is not counted.
    private func verifies(
        _ record: UnsafeMutablePointer<EventRecord>, _ key: AttemptKey,
        _ entry: UnsafeMutablePointer<LedgerEntry>
    ) -> Bool {
        guard let verifier, let attempt = entry.pointee.payment.attempt(key) else { return false }
        guard let text = record.pointee.method else {
            preconditionFailure("where signatures are looked at, results keep their texts")
        }
        return verifier.verifies(
            text, connector: methods[attempt.method].connector.map { Int($0) })
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
