internal import Events
internal import Files
internal import Payments

/// Writes what the outputs say of a payment, as rows that each end with the separator between rows.
struct PaymentRows: Sendable {
    let methods: MethodTexts
    let names = ReplayNames()
    let currencies = CurrencyTable()
    /// The paths of the inputs as JSON strings.
    let paths: [ByteSlice]
    private let arena: SendableArena
    let heldBytes: Int

    /// - Parameter heldBytes: more than this is not held of one part.
    init(_ setup: ReplaySetup, paths: [String], heldBytes: Int = 4 << 20) {
        self.heldBytes = heldBytes
        methods = MethodTexts(setup)
        let arena = ScratchArena()
        self.arena = SendableArena(arena)
        self.paths = paths.map { path in
            var buffer = OutputBuffer()
            buffer.append(string: path)
            return arena.copy(buffer.text)
        }
    }

    /// Appends the payment's rows of a kind. `flush` is called where so much is written that it had
    /// better not be held.
    @inline(__always)
    func append(
        _ kind: RowKind, _ shard: UnsafeMutablePointer<ShardContent>, _ position: Int,
        to buffer: inout OutputBuffer,
        flush: (inout OutputBuffer) throws(FileError) -> Void
    ) throws(FileError) {
        switch kind {
        case .states: try appendState(shard, position, to: &buffer, flush)
        case .anomalies: try appendAnomalies(shard, position, to: &buffer, flush)
        case .trace: try appendTrace(shard, position, to: &buffer, flush)
        case .checkpoint: try appendCheckpoint(shard, position, to: &buffer, flush)
        }
    }
}

/// An arena that is only read any more.
final class SendableArena: @unchecked Sendable {
    // Unchecked, since nothing is added once it is shared.
    private let arena: ScratchArena

    init(_ arena: ScratchArena) {
        self.arena = arena
    }
}

/// What rows say of the configured methods, by their symbols: it is the same in every row.
final class MethodTexts: Sendable {
    private let arena: SendableArena
    let table: Table

    /// `,"method":"card","connector":"acme","amount":"` by symbol. Valid as long as its `MethodTexts`: a row that
    /// counted references to it would take longer to count than to write.
    struct Table: @unchecked Sendable {
        // Unchecked, since it is only read.
        fileprivate let texts: UnsafeMutableBufferPointer<ByteSlice>

        /// Nil for a method that is not configured.
        @inline(__always)
        subscript(method: Symbol) -> ByteSlice? {
            Int(method.rawValue) < texts.count ? texts[Int(method.rawValue)] : nil
        }
    }

    init(_ setup: ReplaySetup) {
        let arena = ScratchArena()
        self.arena = SendableArena(arena)
        let texts = UnsafeMutableBufferPointer<ByteSlice>.allocate(capacity: setup.methods.count)
        for (index, method) in setup.methods.enumerated() {
            var buffer = OutputBuffer()
            buffer.append(MoneyKeys.method)
            buffer.append(string: method.id)
            buffer.append(MoneyKeys.connector)
            buffer.append(string: setup.connectors[method.connector].id)
            buffer.append(MoneyKeys.amount)
            buffer.append(byte: UInt8(ascii: "\""))
            texts.initializeElement(at: index, to: arena.copy(buffer.text))
        }
        table = Table(texts: texts)
    }

    deinit {
        table.texts.deallocate()
    }
}

/// The names of rules and anomalies as JSON strings.
struct ReplayNames: Sendable {
    private let arena: SendableArena
    private let rules: [ByteSlice]
    private let anomalies: [ByteSlice]

    init() {
        let arena = ScratchArena()
        self.arena = SendableArena(arena)
        rules = Rule.allCases.map { arena.copy("\"\($0.name)\"") }
        anomalies = Anomaly.allCases.map { arena.copy("\"\($0.name)\"") }
    }

    subscript(rule: Rule) -> ByteSlice { rules[Int(rule.rawValue)] }
    subscript(anomaly: Anomaly) -> ByteSlice { anomalies[Int(anomaly.rawValue)] }
}
