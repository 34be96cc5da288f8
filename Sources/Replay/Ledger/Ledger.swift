internal import Payments

/// The payments of one shard of a stream: finds the payment that an event names and applies the
/// event to it. Events of different payments do not touch each other, so that shards need no lock
/// and only the order within a payment matters.
struct Ledger: ~Copyable {
    private(set) var entries = GrowingBuffer<LedgerEntry>()
    private(set) var symbols: SymbolTable
    private(set) var anomalies: [AnomalyRecord] = []
    private(set) var steps: [StepRecord] = []
    /// How often each rule was applied, by raw value.
    private(set) var ruleCounts = [Int](repeating: 0, count: Rule.allCases.count)
    private var slots = HashSlots()
    private let arena = ScratchArena()
    private let methods: MethodTable
    private let keepsTrace: Bool

    /// `methodIDs` are the configured methods in the order of `methods`.
    init(methodIDs: [String], methods: MethodTable, hash: IdentifierHash, keepsTrace: Bool) {
        self.methods = methods
        self.keepsTrace = keepsTrace
        symbols = SymbolTable(arena: arena, hash: hash)
        for id in methodIDs { _ = symbols.symbol(for: arena.copy(id)) }
    }

    init(_ request: ReplayRequest, _ hash: IdentifierHash) {
        self.init(
            methodIDs: request.setup.methods.map(\.id), methods: request.setup.methodTable,
            hash: hash, keepsTrace: request.keepsTrace)
    }

    /// Applies a valid event of a payment, and before it the payment's timer if that is due.
    ///
    /// - Returns: false, and nothing is done, if an event of the same payment with a later time was
    ///   applied before.
    @inline(__always)
    mutating func apply(_ record: borrowing EventRecord, payment id: ByteSlice, line: Int) -> Bool {
        let position = find(id, record.hash, at: record.at)
        guard entries[position].latest <= record.at else { return false }
        entries[position].latest = record.at
        let event = PaymentEvent(at: record.at, action: action(of: record))
        if let timer = entries[position].payment.expire(before: event) {
            note(timer, position, origin: nil)
        }
        let step = entries[position].payment.apply(event, methods: methods)
        ruleCounts[Int(step.rule.rawValue)] += 1
        if !step.anomalies.isEmpty || keepsTrace { keep(step, position, record, line) }
        return true
    }

    /// Fires the timers that are due when the clock stops.
    mutating func close(at end: Timestamp) {
        for position in 0..<entries.count {
            if let step = entries[position].payment.expire(upTo: end) {
                note(step, position, origin: nil)
            }
        }
    }

    @inline(__always)
    private mutating func find(_ id: ByteSlice, _ hash: UInt64, at time: Timestamp) -> Int {
        slots.find(hash) { entries[$0].id == id } ?? add(id, hash, at: time)
    }

    @inline(never)
    private mutating func add(_ id: ByteSlice, _ hash: UInt64, at time: Timestamp) -> Int {
        let position = entries.count
        precondition(position < Int(UInt32.max) - 1, "fewer than 2^32 - 1 payments in a shard")
        entries.append(LedgerEntry(id: arena.copy(id), latest: time))
        slots.insert(hash, position)
        return position
    }

    @inline(__always)
    private mutating func action(of record: borrowing EventRecord) -> PaymentEvent.Action {
        switch record.type {
        case .created:
            guard let client = record.client, let method = record.method,
                let amount = record.amount?.minorUnits(in: record.currency)
            else { preconditionFailure("the parser gives a creation all of these") }
            return .created(
                client: symbols.symbol(for: client), method: symbols.symbol(for: method),
                amount: amount, currency: record.currency)
        case .attempted:
            return .attempted(
                attempt: attempt(of: record), method: symbol(record.method), amount: record.amount)
        case .result:
            let attempt = attempt(of: record)
            guard record.outcome == .failed else { return .succeeded(attempt: attempt) }
            let error = GatewayError(
                code: symbol(record.errorCode), message: symbol(record.errorMessage))
            return .failed(attempt: attempt, error: error)
        case .clockAdvanced:
            preconditionFailure("the parser gives it no payment")
        }
    }

    @inline(__always)
    private mutating func attempt(of record: borrowing EventRecord) -> Symbol {
        guard let attempt = record.attempt else {
            preconditionFailure("the parser gives attempts and results an attempt")
        }
        return symbols.symbol(for: attempt)
    }

    private mutating func symbol(_ text: ByteSlice?) -> Symbol? {
        text.map { symbols.symbol(for: $0) }
    }

    // MARK: What the outputs need

    @inline(never)
    private mutating func keep(
        _ step: Step, _ position: Int, _ record: borrowing EventRecord, _ line: Int
    ) {
        let origin = EventOrigin(file: record.file, line: line, id: record.id.map(arena.copy))
        for kind in step.anomalies.list {
            anomalies.append(
                AnomalyRecord(
                    payment: entries[position].id, attempt: step.attempt, at: step.at, kind: kind,
                    event: record.type, rule: step.rule, origin: origin))
        }
        if keepsTrace { trace(step, position, origin) }
    }

    private mutating func note(_ step: Step, _ position: Int, origin: EventOrigin?) {
        ruleCounts[Int(step.rule.rawValue)] += 1
        if keepsTrace { trace(step, position, origin) }
    }

    private mutating func trace(_ step: Step, _ position: Int, _ origin: EventOrigin?) {
        let payment = entries[position].payment
        steps.append(
            StepRecord(
                payment: entries[position].id, step: step, displayedError: payment.displayedError,
                currency: payment.currency, origin: origin))
    }
}
