internal import Events
internal import Files
internal import Payments

/// Writes what the outputs say of a payment, as rows that each end with what stands between rows.
struct PaymentRows: Sendable {
    let methods: MethodTexts
    let names = ReplayNames()
    let currencies = CurrencyTable()
    /// The paths of the inputs as JSON strings.
    let paths: [ByteSlice]
    private let arena: SendableArena

    init(_ setup: ReplaySetup, paths: [String]) {
        methods = MethodTexts(setup)
        let arena = ScratchArena()
        self.arena = SendableArena(arena)
        self.paths = paths.map { path in
            var buffer = OutputBuffer()
            buffer.append(string: path)
            return arena.copy(
                ByteSlice(base: UnsafePointer(buffer.base), count: buffer.count))
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

    /// More than this is not held of one part.
    static let heldBytes = 4 << 20
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
struct MethodTexts: Sendable {
    private let arena: SendableArena
    /// `"method":"card","connector":"acme","amount":"`
    private let texts: [ByteSlice]

    init(_ setup: ReplaySetup) {
        let arena = ScratchArena()
        self.arena = SendableArena(arena)
        texts = setup.methods.map { method in
            var buffer = OutputBuffer()
            buffer.append("\"method\":")
            buffer.append(string: method.id)
            buffer.append(",\"connector\":")
            buffer.append(string: setup.connectors[method.connector].id)
            buffer.append(",\"amount\":\"")
            return arena.copy(ByteSlice(base: UnsafePointer(buffer.base), count: buffer.count))
        }
    }

    /// Nil for a method that is not configured.
    @inline(__always)
    subscript(method: Symbol) -> ByteSlice? {
        Int(method.rawValue) < texts.count ? texts[Int(method.rawValue)] : nil
    }
}

extension RowCursor {
    /// Appends the members that name a method and its connector, and an amount up to its quote.
    @inline(__always)
    mutating func append(
        _ method: Symbol, _ texts: MethodTexts, _ symbols: borrowing SymbolTable
    ) {
        if let known = texts[method] { return append(raw: known) }
        append("\"method\":")
        append(string: symbols[method])
        append(",\"connector\":null,\"amount\":\"")
    }
}

/// The names of rules and anomalies as bytes.
struct ReplayNames: Sendable {
    private let arena: SendableArena
    private let rules: [ByteSlice]
    private let anomalies: [ByteSlice]

    init() {
        let arena = ScratchArena()
        self.arena = SendableArena(arena)
        rules = Rule.allCases.map { arena.copy($0.name) }
        anomalies = Anomaly.allCases.map { arena.copy($0.name) }
    }

    subscript(rule: Rule) -> ByteSlice { rules[Int(rule.rawValue)] }
    subscript(anomaly: Anomaly) -> ByteSlice { anomalies[Int(anomaly.rawValue)] }
}
