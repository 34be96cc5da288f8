internal import Events
internal import Payments

/// The payments of one shard of a stream: finds the payment that an event names and applies the
/// event to it. Events of different payments do not touch each other, so that shards need no lock
/// and only the order within a payment matters.
struct Ledger: ~Copyable {
    private(set) var entries = ChunkedBuffer<LedgerEntry>()
    var symbols: SymbolTable
    private(set) var anomalies = ChunkedBuffer<AnomalyNote>()
    private(set) var steps = ChunkedBuffer<StepNote>()
    /// How often each rule was applied, by raw value, with room for more rules than there are.
    private(set) var ruleCounts = InlineArray<32, Int>(repeating: 0)
    /// Of the payments' identifiers, in the order in which they were added.
    private(set) var order = IdentifierOrder()
    private(set) var slots = HashSlots()
    let arena = ScratchArena(chunkBytes: Memory.largePage)
    let hash: IdentifierHash
    let methods: MethodTable
    private let keepsTrace: Bool
    private let keepsAnomalies: Bool
    /// Looks at the signatures of results; nil: nobody does.
    let verifier: SignatureVerifier?
    /// The attempts of payments that have many, by the position of the payment.
    var attemptIndices: [Int: AttemptIndexBox] = [:]

    init(_ request: ReplayRequest, _ hash: IdentifierHash) {
        methods = request.setup.methodTable
        keepsTrace = request.keepsTrace
        keepsAnomalies = !request.passesOverResults
        let connectorCount = request.setup.connectors.count
        verifier = request.signatureKeys.map {
            SignatureVerifier($0, connectorCount: connectorCount)
        }
        self.hash = hash
        symbols = SymbolTable(arena: arena, hash: hash)
        // The first symbols are those of the configured methods, as in `MethodTable`.
        for method in request.setup.methods { _ = symbols.symbol(for: arena.copy(method.id)) }
    }

    /// Attempts that are not the first of their payment, and what indices of attempts take.
    private(set) var furtherAttempts = 0
    var indexBytes = 0

    /// What a further attempt takes with its entry in an index, at the worst.
    private static let furtherAttemptBytes = MemoryLayout<Attempt>.stride * 2 + 48

    /// Counts an attempt that was added to a payment.
    @inline(__always)
    mutating func noteAttempt(of entry: UnsafeMutablePointer<LedgerEntry>) {
        if entry.pointee.payment.others != nil { furtherAttempts += 1 }
    }

    /// The memory that it has taken.
    var allocatedBytes: Int {
        furtherAttempts * Self.furtherAttemptBytes + indexBytes + entries.allocatedBytes
            + symbols.allocatedBytes + anomalies.allocatedBytes
            + steps.allocatedBytes + slots.allocatedBytes + arena.allocatedBytes
    }

    /// Applies the records in their order; false as soon as one is older than what was applied to its
    /// payment before.
    mutating func apply(_ records: ShardRecords, linesBefore: Int) -> Bool {
        verifier == nil
            ? applyAll(records, verifies: false, linesBefore: linesBefore)
            : applyVerified(records, linesBefore: linesBefore)
    }

    @inline(__always)
    mutating func applyAll(_ records: ShardRecords, verifies: Bool, linesBefore: Int) -> Bool {
        var ahead = LookAhead()
        for index in 0..<records.count {
            look(&ahead, records, index)
            let position = find(records[index], ahead[index])
            guard
                apply(records[index], position, verifies: verifies, linesBefore: linesBefore)
            else { return false }
        }
        return true
    }

    /// Takes the steps of a valid event of the payment at `position`.
    ///
    /// - Returns: false, and nothing is done, if an event of the same payment with a later time was
    ///   applied before.
    @_transparent
    private mutating func apply(
        _ record: UnsafeMutablePointer<EventRecord>, _ position: Int, verifies: Bool,
        linesBefore: Int
    ) -> Bool {
        let entry = entries.pointer(at: position)
        guard entry.pointee.latest <= record.pointee.at else { return false }
        entry.pointee.latest = record.pointee.at
        Driver.take(
            firing: {
                guard entry.hasTimer(upTo: record.pointee.at) else { return nil }
                return entry.pointee.payment.expire(
                    before: record.pointee.at, isResult: record.pointee.type == .result)
            },
            reportingTimer: { note($0, position) },
            refusing: { verifies ? refusal(of: record, position, entry) : nil },
            applying: { step(of: record, position, entry) },
            reporting: { step in
                ruleCounts[Int(step.rule.rawValue)] &+= 1
                if step.rule == .attemptStarted || step.rule == .attemptRecorded {
                    noteAttempt(of: entry)
                }
                if !step.anomalies.isEmpty || keepsTrace {
                    keep(step, position, record, linesBefore: linesBefore)
                }
            })
        return true
    }

    /// Fires the timer of a payment if it is due when the clock stops.
    @inline(__always)
    mutating func close(_ position: Int, at end: Timestamp) {
        let entry = entries.pointer(at: position)
        guard entry.hasTimer(upTo: end), let step = entry.pointee.payment.expire(upTo: end)
        else { return }
        note(step, position)
    }

    /// The position of the record's payment, which is added if it is new; `guess` is where it may be.
    @inline(__always)
    mutating func find(_ record: UnsafeMutablePointer<EventRecord>, _ guess: Int?) -> Int {
        if let guess, isPayment(record.pointee.payment, at: guess) { return guess }
        return position(of: record.pointee.payment, record.pointee.hash) ?? add(record)
    }

    @inline(__always)
    private func isPayment(_ id: ByteSlice, at position: Int) -> Bool {
        entries.pointer(at: position).pointee.text.payment == id
    }

    @inline(never)
    private mutating func add(_ record: UnsafeMutablePointer<EventRecord>) -> Int {
        var client = ByteSlice.empty
        if case .created(let created) = record.pointee.payload { client = created.client }
        let text = PaymentText(payment: record.pointee.payment, client: client, in: arena)
        return add(LedgerEntry(text: text, latest: record.pointee.at), record.pointee.hash)
    }

    /// The position of a payment; nil if it is not there.
    @inline(__always)
    func position(of id: ByteSlice, _ hash: UInt64) -> Int? {
        slots.find(hash) { isPayment(id, at: $0) }
    }

    /// Adds an entry for a payment that is not there yet, and gives its position.
    @inline(__always)
    mutating func add(_ entry: consuming LedgerEntry, _ hash: UInt64) -> Int {
        let position = entries.count
        precondition(position < Int(UInt32.max) - 1, "fewer than 2^32 - 1 payments in a shard")
        order.add(entry.text.payment)
        entries.append(entry)
        slots.insert(hash, position)
        return position
    }

    /// Adds a note that was made before.
    mutating func restore(_ anomaly: AnomalyNote) {
        anomalies.append(anomaly)
    }

    /// Adds a note that was made before.
    mutating func restore(_ step: StepNote) {
        steps.append(step)
    }

    // MARK: What the outputs need

    @inline(never)
    private mutating func keep(
        _ step: Step, _ position: Int, _ record: UnsafeMutablePointer<EventRecord>,
        linesBefore: Int
    ) {
        let origin = EventOrigin(
            file: record.pointee.file, line: linesBefore + record.pointee.line,
            id: record.pointee.id.map(arena.copy))
        var outcome: Outcome?
        if case .result(let result) = record.pointee.payload { outcome = result.outcome }
        for kind in step.anomalies.list where keepsAnomalies {
            anomalies.append(
                AnomalyNote(
                    payment: UInt32(position), kind: kind, event: record.pointee.type,
                    rule: step.rule, outcome: outcome, attempt: step.attempt, at: step.at,
                    origin: origin))
        }
        if keepsTrace { trace(step, position, origin) }
    }

    private mutating func note(_ step: Step, _ position: Int) {
        ruleCounts[Int(step.rule.rawValue)] &+= 1
        if keepsTrace { trace(step, position, nil) }
    }

    private mutating func cut(_ error: GatewayError) -> GatewayError {
        GatewayError(
            code: error.code.map { symbols.cut($0) }, message: error.message.map { symbols.cut($0) }
        )
    }

    private mutating func trace(_ step: Step, _ position: Int, _ origin: EventOrigin?) {
        let entry = entries.pointer(at: position)
        steps.append(
            StepNote(
                payment: UInt32(position), step: step,
                displayedError: entry.displayedError.map { cut($0) },
                currency: entry.pointee.payment.currency, origin: origin))
    }
}
