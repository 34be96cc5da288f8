internal import Files
internal import Payments

/// `trace.ndjson`: every step of every payment (contract, section 7).
struct TraceOutput {
    private let result: ReplayResult
    private let names = ReplayNames()

    init(_ result: ReplayResult) {
        self.result = result
    }

    func write(to file: OutputFile) throws(FileError) {
        let order = ShardOrder(
            result.shards, count: { $0.steps.count }, payment: { $0.steps[$1].payment })
        var previous: ByteSlice?
        var number = 0
        for place in order.places {
            number = previous.map { $0 == place.payment } ?? false ? number + 1 : 1
            previous = place.payment
            let shard = result.shards[place.shard]
            append(shard.ledger.steps[place.position], number, shard, &file.buffer)
            try file.flushIfFull()
        }
    }

    private func append(
        _ record: StepRecord, _ number: Int, _ shard: Shard, _ buffer: inout OutputBuffer
    ) {
        let step = record.step
        buffer.append("{\"payment\":")
        buffer.append(string: record.payment)
        buffer.append(",\"step\":")
        buffer.append(number)
        buffer.append(",\"at\":")
        buffer.append(step.at)
        buffer.append(",\"rule\":\"")
        buffer.append(raw: names[step.rule])
        buffer.append("\",\"from\":")
        buffer.append(step.from)
        buffer.append(",\"to\":")
        buffer.append(step.to)
        buffer.append(",\"attempt\":")
        buffer.append(string: step.attempt.map { shard.ledger.symbols[$0] })
        buffer.append(",\"displayedError\":")
        buffer.append(record.displayedError, shard.ledger.symbols)
        buffer.append(",\"returned\":")
        if let returned = step.returned {
            buffer.append(Int128(returned), in: record.currency)
        } else {
            buffer.appendNull()
        }
        append(record.origin, &buffer)
        buffer.append("}\n")
    }

    private func append(_ origin: EventOrigin?, _ buffer: inout OutputBuffer) {
        guard let origin else {
            buffer.append(",\"file\":null,\"line\":null,\"eventId\":null")
            return
        }
        buffer.append(",\"file\":")
        buffer.append(string: result.request.inputs[Int(origin.file)].path)
        buffer.append(",\"line\":")
        buffer.append(origin.line)
        buffer.append(",\"eventId\":")
        buffer.append(string: origin.id)
    }
}
