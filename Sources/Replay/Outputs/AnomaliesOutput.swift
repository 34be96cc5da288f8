internal import Files
internal import Payments

/// `anomalies.json`: what was odd, by payment and then in applied order (contract, section 7).
struct AnomaliesOutput {
    private let result: ReplayResult
    private let names = ReplayNames()

    init(_ result: ReplayResult) {
        self.result = result
    }

    func write(to file: OutputFile) throws(FileError) {
        var rows = RowList(file, "anomalies", result)
        let order = ShardOrder(
            result.shards, count: { $0.anomalies.count }, payment: { $0.anomalies[$1].payment })
        for place in order.places {
            let shard = result.shards[place.shard]
            let anomaly = shard.ledger.anomalies[place.position]
            try rows.add { buffer in append(anomaly, shard, &buffer) }
        }
        rows.finish()
    }

    private func append(_ anomaly: AnomalyRecord, _ shard: Shard, _ buffer: inout OutputBuffer) {
        buffer.append("{\"payment\":")
        buffer.append(string: anomaly.payment)
        buffer.append(",\"attempt\":")
        buffer.append(string: anomaly.attempt.map { shard.ledger.symbols[$0] })
        buffer.append(",\"at\":")
        buffer.append(anomaly.at)
        buffer.append(",\"kind\":\"")
        buffer.append(raw: names[anomaly.kind])
        buffer.append("\",\"event\":\"")
        buffer.append(anomaly.event.name)
        buffer.append("\",\"eventId\":")
        buffer.append(string: anomaly.origin.id)
        buffer.append(",\"file\":")
        buffer.append(string: result.request.inputs[Int(anomaly.origin.file)].path)
        buffer.append(",\"line\":")
        buffer.append(anomaly.origin.line)
        buffer.append(",\"rule\":\"")
        buffer.append(raw: names[anomaly.rule])
        buffer.append("\"}")
    }
}

/// The names of rules and anomalies as bytes.
struct ReplayNames {
    private let arena = ScratchArena()
    private let rules: [ByteSlice]
    private let anomalies: [ByteSlice]

    init() {
        let arena = arena
        rules = Rule.allCases.map { arena.copy($0.name) }
        anomalies = Anomaly.allCases.map { arena.copy($0.name) }
    }

    subscript(rule: Rule) -> ByteSlice { rules[Int(rule.rawValue)] }
    subscript(anomaly: Anomaly) -> ByteSlice { anomalies[Int(anomaly.rawValue)] }
}

/// Records of all shards, sorted by payment and then in the order in which they were applied. All
/// records of a payment are in one shard.
struct ShardOrder {
    struct Place {
        let shard: Int
        let position: Int
        let payment: ByteSlice
    }

    let places: [Place]

    init(
        _ shards: [Shard], count: (borrowing Ledger) -> Int,
        payment: (borrowing Ledger, Int) -> ByteSlice
    ) {
        var places: [Place] = []
        for (index, shard) in shards.enumerated() {
            for position in 0..<count(shard.ledger) {
                places.append(
                    Place(
                        shard: index, position: position, payment: payment(shard.ledger, position))
                )
            }
        }
        places.sort { left, right in
            left.payment == right.payment
                ? left.position < right.position : left.payment < right.payment
        }
        self.places = places
    }
}
