internal import Events
internal import Payments

/// Puts the payments of a checkpoint into a ledger. A payment is complete only when the next one begins,
/// or at the end.
struct CheckpointRestorer {
    private let clock: Timestamp
    private let keepsTrace: Bool
    private let pathCount: Int
    private var position: Int?
    private var head: Head?

    /// What the record of a payment says, except for its identifiers.
    private struct Head {
        let client: Symbol
        let method: Symbol
        let amount: Int64
        let currency: Currency
        let status: Status
        let createdAt: Timestamp
        let changedAt: Timestamp
        let positions: Payment.Positions
    }

    init(_ checkpoint: Checkpoint, keepsTrace: Bool) {
        clock = checkpoint.head.clock ?? .earliest
        pathCount = checkpoint.head.paths.count
        self.keepsTrace = keepsTrace
    }

    mutating func add(
        _ record: CheckpointRecord, to ledger: inout Ledger
    ) throws(ByteReader.Damage) {
        var reader = ByteReader(record.content)
        switch record.tag {
        case .payment:
            try finish(&ledger)
            try begin(&reader, &ledger)
        case .attempt:
            let attempt = try self.attempt(&reader, &ledger)
            let entry = ledger.entries.pointer(at: try knownPosition())
            guard entry.pointee.payment.restore(attempt) else { throw ByteReader.Damage() }
            ledger.noteAttempt(of: entry)
        case .anomaly: ledger.restore(try anomaly(&reader, &ledger))
        case .step:
            let step = try self.step(&reader, &ledger)
            if keepsTrace { ledger.restore(step) }
        }
        guard reader.isAtEnd else { throw ByteReader.Damage() }
    }

    /// Completes the last payment.
    mutating func finish(_ ledger: inout Ledger) throws(ByteReader.Damage) {
        guard let position, let head else { return }
        let isWhole = ledger.entries.pointer(at: position).pointee.payment.restore(
            client: head.client, method: head.method, amount: head.amount,
            currency: head.currency, status: head.status, createdAt: head.createdAt,
            changedAt: head.changedAt, positions: head.positions)
        guard isWhole else { throw ByteReader.Damage() }
    }

    private func knownPosition() throws(ByteReader.Damage) -> Int {
        guard let position else { throw ByteReader.Damage() }
        return position
    }

    private mutating func begin(
        _ reader: inout ByteReader, _ ledger: inout Ledger
    ) throws(ByteReader.Damage) {
        let payment = try reader.identifier()
        let client = try reader.text()
        let status = try reader.integer(UInt8.self)
        let text = PaymentText(payment: payment, client: client, in: ledger.arena)
        let hash = ledger.hash(payment)
        guard ledger.position(of: payment, hash) == nil else { throw ByteReader.Damage() }
        position = ledger.add(LedgerEntry(text: text, latest: clock), hash)
        head = nil
        guard status != .max else { return }
        guard let status = Status(rawValue: status), Identifiers.isIdentifier(client) else {
            throw ByteReader.Damage()
        }
        head = Head(
            client: Symbol(rawValue: 0),
            method: ledger.symbols.symbol(for: try reader.identifier()),
            amount: try reader.integer(), currency: try reader.currency(), status: status,
            createdAt: try reader.time(), changedAt: try reader.time(),
            positions: Payment.Positions(
                current: try reader.position(), armed: try reader.position(),
                paidBy: try reader.position(), displayed: try reader.position()))
    }

    private func attempt(
        _ reader: inout ByteReader, _ ledger: inout Ledger
    ) throws(ByteReader.Damage) -> Attempt {
        let key = ledger.attemptKey(try reader.identifier(), of: try knownPosition())
        let method = ledger.symbols.symbol(for: try reader.identifier())
        let (amount, startedAt) = (try reader.integer(Int64.self), try reader.time())
        let (deadline, resultAt) = (try reader.optionalTime(), try reader.optionalTime())
        let marks = try reader.integer(UInt8.self)
        let error = try reader.error(&ledger)
        guard
            let attempt = Attempt(
                id: key, method: method, amount: amount, startedAt: startedAt, deadline: deadline,
                resultAt: resultAt, error: error, marks: marks)
        else { throw ByteReader.Damage() }
        return attempt
    }

    private func anomaly(
        _ reader: inout ByteReader, _ ledger: inout Ledger
    ) throws(ByteReader.Damage) -> AnomalyNote {
        AnomalyNote(
            payment: UInt32(try knownPosition()), kind: try reader.value(),
            event: try reader.value(),
            rule: try reader.value(), outcome: try reader.outcome(),
            attempt: try attemptKey(&reader, &ledger), at: try reader.time(),
            origin: try origin(&reader, &ledger))
    }

    private func step(
        _ reader: inout ByteReader, _ ledger: inout Ledger
    ) throws(ByteReader.Damage) -> StepNote {
        let (at, rule) = (try reader.anyTime(), try reader.value(Rule.self))
        let (from, to) = (try reader.status(), try reader.status())
        let attempt = try attemptKey(&reader, &ledger)
        let returned = try reader.integer(Int64.self)
        let currency = try reader.currency()
        let error = try reader.error(&ledger)
        let hasOrigin = try reader.integer(UInt8.self) != 0
        return StepNote(
            payment: UInt32(try knownPosition()),
            step: Step(
                at: at, rule: rule, from: from, to: to, attempt: attempt,
                returned: returned < 0 ? nil : returned),
            displayedError: error, currency: currency,
            origin: hasOrigin ? try origin(&reader, &ledger) : nil)
    }

    private func attemptKey(
        _ reader: inout ByteReader, _ ledger: inout Ledger
    ) throws(ByteReader.Damage) -> AttemptKey? {
        guard let text = try reader.optionalText() else { return nil }
        guard Identifiers.isIdentifier(text) else { throw ByteReader.Damage() }
        return ledger.attemptKey(text, of: try knownPosition())
    }

    private func origin(
        _ reader: inout ByteReader, _ ledger: inout Ledger
    ) throws(ByteReader.Damage) -> EventOrigin {
        let (file, line) = (try reader.integer(Int32.self), try reader.integer(Int64.self))
        guard file >= 0, file < pathCount, line > 0 else { throw ByteReader.Damage() }
        let id = try reader.optionalText()
        return EventOrigin(file: file, line: Int(line), id: id.map(ledger.arena.copy))
    }
}

extension ByteReader {
    fileprivate mutating func identifier() throws(Damage) -> ByteSlice {
        let text = try text()
        guard Identifiers.isIdentifier(text) else { throw Damage() }
        return text
    }

    mutating func time() throws(Damage) -> Timestamp {
        let time = Timestamp(nanoseconds: try integer())
        guard time >= .earliest, time <= .latest else { throw Damage() }
        return time
    }

    /// A time that may also be a deadline, up to a year after the latest event.
    fileprivate mutating func anyTime() throws(Damage) -> Timestamp {
        let time = Timestamp(nanoseconds: try integer())
        guard time >= .earliest else { throw Damage() }
        return time
    }

    fileprivate mutating func optionalTime() throws(Damage) -> Timestamp? {
        let nanoseconds = try integer(Int64.self)
        guard nanoseconds != .min else { return nil }
        guard nanoseconds >= Timestamp.earliest.nanoseconds else { throw Damage() }
        return Timestamp(nanoseconds: nanoseconds)
    }

    fileprivate mutating func currency() throws(Damage) -> Currency {
        let letters = try integer(UInt32.self).littleEndian
        let code = withUnsafeBytes(of: letters) { bytes in
            Currency(code: UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[..<3]))
        }
        guard let code else { throw Damage() }
        return code
    }

    fileprivate mutating func position() throws(Damage) -> Int32? {
        let position = try integer(Int32.self)
        return position < 0 ? nil : position
    }

    fileprivate mutating func status() throws(Damage) -> Status? {
        let status = try integer(UInt8.self)
        guard status != .max else { return nil }
        guard let known = Status(rawValue: status) else { throw Damage() }
        return known
    }

    fileprivate mutating func outcome() throws(Damage) -> Outcome? {
        let outcome = try integer(UInt8.self)
        guard outcome != .max else { return nil }
        guard let known = Outcome(rawValue: outcome) else { throw Damage() }
        return known
    }

    fileprivate mutating func error(_ ledger: inout Ledger) throws(Damage) -> GatewayError? {
        guard try integer(UInt8.self) != 0 else { return nil }
        let (code, message) = (try optionalText(), try optionalText())
        return GatewayError(
            code: code.map { ledger.symbols.symbol(for: $0) },
            message: message.map { ledger.symbols.symbol(for: $0) })
    }
}
