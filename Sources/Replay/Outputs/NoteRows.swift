internal import Events
internal import Files
internal import Payments

extension PaymentRows {
    /// `anomalies.json`: what was odd, in the order in which it was applied.
    @inline(__always)
    func appendAnomalies(
        _ shard: UnsafeMutablePointer<ShardContent>, _ position: Int, to buffer: inout OutputBuffer,
        _ flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        var note = shard.pointee.anomalies.first(of: position)
        while let current = note {
            append(shard.pointee.ledger.anomalies[current], shard, to: &buffer)
            if buffer.count > heldBytes { try flush(&buffer) }
            note = shard.pointee.anomalies.next(after: current)
        }
    }

    private func append(
        _ note: AnomalyNote, _ shard: UnsafeMutablePointer<ShardContent>,
        to buffer: inout OutputBuffer
    ) {
        let id = shard.pointee.ledger.entries.pointer(at: Int(note.payment)).pointee.text.payment
        buffer.append(atMost: most(id, note.origin)) { row, times in
            row.append("{\"payment\":")
            row.append(string: id)
            row.append(",\"attempt\":")
            row.append(note.attempt)
            row.append(",\"at\":")
            row.append(note.at, &times)
            row.append(",\"kind\":")
            row.append(raw: names[note.kind])
            row.append(",\"event\":\"")
            row.append(note.event.name)
            if let outcome = note.outcome {
                row.append("\",\"outcome\":\"")
                row.append(outcome == .succeeded ? "succeeded" : "failed")
            }
            row.append("\",\"eventId\":")
            row.append(string: note.origin.id)
            row.append(",\"file\":")
            row.append(raw: paths[Int(note.origin.file)])
            row.append(",\"line\":")
            row.append(note.origin.line)
            row.append(",\"rule\":")
            row.append(raw: names[note.rule])
            row.append("},\n")
        }
    }

    /// `trace.ndjson`: every step of the payment.
    @inline(__always)
    func appendTrace(
        _ shard: UnsafeMutablePointer<ShardContent>, _ position: Int, to buffer: inout OutputBuffer,
        _ flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        var note = shard.pointee.steps.first(of: position)
        var number = 0
        while let current = note {
            number += 1
            append(shard.pointee.ledger.steps[current], number, shard, to: &buffer)
            if buffer.count > heldBytes { try flush(&buffer) }
            note = shard.pointee.steps.next(after: current)
        }
    }

    private func append(
        _ note: StepNote, _ number: Int, _ shard: UnsafeMutablePointer<ShardContent>,
        to buffer: inout OutputBuffer
    ) {
        let id = shard.pointee.ledger.entries.pointer(at: Int(note.payment)).pointee.text.payment
        let (step, origin) = (note.step, note.origin)
        let most =
            most(id, origin)
            + RowCursor.bytes(for: note.displayedError, shard.pointee.ledger.symbols)
        buffer.append(atMost: most) { cursor, times in
            LedgerRow.write(to: &cursor, &times, self, shard, note.currency) { row in
                row.stepMembers(
                    of: id, number: number, at: step.at, rule: names[step.rule],
                    from: step.from, to: step.to, attempt: step.attempt,
                    displayedError: note.displayedError, returned: step.returned,
                    file: origin.map { paths[Int($0.file)] }, line: origin?.line,
                    eventId: origin?.id)
                row.append("}\n")
            }
        }
    }

    /// What a row about an event needs at most.
    private func most(_ id: ByteSlice, _ origin: EventOrigin?) -> Int {
        let origins = origin.map {
            paths[Int($0.file)].count + ($0.id.map { RowCursor.bytes(for: $0) } ?? 0)
        }
        return RowCursor.objectBytes + RowCursor.bytes(for: id) + AttemptText.mostBytes
            + (origins ?? 0)
    }
}
