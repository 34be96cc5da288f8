internal import Events
internal import Payments

/// What a checkpoint says of its stream.
struct CheckpointHead: Sendable {
    /// The time of the clock; nil if no event had come.
    let clock: Timestamp?
    let statistics: StreamStatistics
    /// How often each rule was applied, by raw value.
    let ruleCounts: [Int]
    /// The paths of all inputs so far, and their size.
    let paths: [String]
    let inputBytes: Int
    let hasTrace: Bool
    /// The size of the rows of rejected events, which follow the head.
    let rejectedBytes: Int
    /// What signatures were, where somebody looked.
    let signatures: [ConnectorSignatures]

    /// What the signatures of a connector's results were. Connectors are named, since another
    /// configuration may have others, or in another order.
    struct ConnectorSignatures: Sendable {
        let connector: String
        let tally: SignatureTally
    }

    init(
        clock: Timestamp?, statistics: StreamStatistics, ruleCounts: [Int], paths: [String],
        inputBytes: Int, hasTrace: Bool, rejectedBytes: Int, signatures: [ConnectorSignatures]
    ) {
        self.clock = clock
        self.statistics = statistics
        self.ruleCounts = ruleCounts
        self.paths = paths
        self.inputBytes = inputBytes
        self.hasTrace = hasTrace
        self.rejectedBytes = rejectedBytes
        self.signatures = signatures
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
        hasTrace = try reader.integer(UInt8.self) != 0
        clock = try reader.integer(UInt8.self) == 0 ? nil : try reader.time()
        var counts = EventCounts()
        for type in EventType.allCases { counts[type] = try reader.amount() }
        statistics = StreamStatistics(
            countsByType: counts, afterEnd: try reader.amount(),
            clockAdvances: try reader.amount(), refused: try reader.amount(),
            earliest: try reader.integer(UInt8.self) == 0 ? nil : try reader.time(), latest: clock)
        var rules: [Int] = []
        for _ in Rule.allCases { rules.append(try reader.amount()) }
        ruleCounts = rules
        inputBytes = try reader.amount()
        rejectedBytes = try reader.amount()
        var paths: [String] = []
        for _ in 0..<(try reader.count()) { paths.append(try reader.text().string) }
        self.paths = paths
        var signatures: [ConnectorSignatures] = []
        for _ in 0..<(try reader.count()) {
            signatures.append(
                ConnectorSignatures(
                    connector: try reader.text().string,
                    tally: SignatureTally(
                        valid: try reader.amount(), invalid: try reader.amount(),
                        missing: try reader.amount())))
        }
        self.signatures = signatures
    }

    func append(to buffer: inout OutputBuffer) {
        buffer.append(integer: Checkpoint.magic)
        buffer.append(integer: Checkpoint.version)
        buffer.append(integer: UInt8(hasTrace ? 1 : 0))
        Self.append(clock, to: &buffer)
        for type in EventType.allCases {
            buffer.append(integer: Int64(statistics.countsByType[type]))
        }
        buffer.append(integer: Int64(statistics.afterEnd))
        buffer.append(integer: Int64(statistics.clockAdvances))
        buffer.append(integer: Int64(statistics.refused))
        Self.append(statistics.earliest, to: &buffer)
        for count in ruleCounts { buffer.append(integer: Int64(count)) }
        buffer.append(integer: Int64(inputBytes))
        buffer.append(integer: Int64(rejectedBytes))
        buffer.append(integer: UInt64(paths.count))
        let arena = ScratchArena()
        withExtendedLifetime(arena) {
            for path in paths { buffer.append(text: arena.copy(path)) }
            buffer.append(integer: UInt64(signatures.count))
            for row in signatures {
                buffer.append(text: arena.copy(row.connector))
                for count in [row.tally.valid, row.tally.invalid, row.tally.missing] {
                    buffer.append(integer: Int64(count))
                }
            }
        }
    }

    private static func append(_ time: Timestamp?, to buffer: inout OutputBuffer) {
        buffer.append(integer: UInt8(time == nil ? 0 : 1))
        if let time { buffer.append(integer: time.nanoseconds) }
    }
}

extension ByteReader {
    /// A count: far too small for sums to overflow.
    fileprivate mutating func amount() throws(Damage) -> Int {
        let amount = try integer(Int64.self)
        guard (0...(1 << 56)).contains(amount) else { throw Damage() }
        return Int(amount)
    }
}
