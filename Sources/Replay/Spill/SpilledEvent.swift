internal import Events
internal import Files
internal import Payments

/// How an event stands in a temporary file: numbers of fixed size, then its texts, filled up to whole
/// words. Never read by another process.
struct SpilledEvent: BitwiseCopyable {
    let at: Int64
    let hash: UInt64
    /// The minor units of a creation, the digits of an attempt's amount, the bytes of the text of a
    /// result whose signature is looked at.
    let amount: Int64
    /// The input in the upper 24 bits, the line in the lower 40.
    let place: UInt64
    /// The whole size in bytes.
    let bytes: UInt32
    let errorCodeCount: UInt32
    let errorMessageCount: UInt32
    let paymentCount: UInt16
    let partyCount: UInt16
    let methodCount: UInt16
    let idCount: UInt16
    let type: EventType
    let outcome: Outcome
    let currency: Currency
    /// The exponent of an attempt's amount; `noAmount` without one.
    let exponent: Int8

    private static let noAmount = Int8.min
    private static let noText = UInt32.max
    private static let headBytes = MemoryLayout<SpilledEvent>.stride

    /// An event with `line` as its line in the file. Texts that its type does not list are left
    /// out; `resultBytes` is the size of the text of a result, if that is kept.
    private init(_ record: UnsafePointer<EventRecord>, line: Int, resultBytes: Int) {
        let isFailure = record.pointee.type == .result && record.pointee.outcome == .failed
        at = record.pointee.at.nanoseconds
        hash = record.pointee.hash
        place = UInt64(record.pointee.file) << 40 | UInt64(line)
        errorCodeCount = isFailure ? Self.count(record.pointee.errorCode) : Self.noText
        errorMessageCount = isFailure ? Self.count(record.pointee.errorMessage) : Self.noText
        paymentCount = UInt16(record.pointee.payment.count)
        partyCount = UInt16(record.pointee.party.count)
        let method = record.pointee.type == .result ? nil : record.pointee.method
        methodCount = UInt16(method?.count ?? 0)
        idCount = UInt16(record.pointee.id?.count ?? 0)
        (type, outcome, currency) = (
            record.pointee.type, record.pointee.outcome, record.pointee.currency
        )
        let attempted = record.pointee.type == .attempted ? record.pointee.amount : nil
        let number =
            record.pointee.type == .created ? record.pointee.minorUnits : Int64(resultBytes)
        amount = attempted?.digits ?? number
        exponent = attempted?.exponent ?? Self.noAmount
        var texts = Int(paymentCount) + Int(partyCount) + Int(methodCount) + Int(idCount)
        if errorCodeCount != Self.noText { texts += Int(errorCodeCount) }
        if errorMessageCount != Self.noText { texts += Int(errorMessageCount) }
        texts += resultBytes
        bytes = UInt32((Self.headBytes + texts + 7) & ~7)
    }

    /// An event's size is limited, so that its texts fit.
    private static func count(_ text: ByteSlice?) -> UInt32 {
        text.map { UInt32($0.count) } ?? noText
    }

    /// Appends a record to a temporary file; with the text of a result if `keepsResults`.
    static func write(
        _ record: UnsafePointer<EventRecord>, line: Int, keepsResults: Bool, to spool: Spool
    ) throws(FileError) {
        let isKept = keepsResults && record.pointee.type == .result
        let result = isKept ? record.pointee.method : nil
        let event = SpilledEvent(record, line: line, resultBytes: result?.count ?? 0)
        let place = try spool.place(for: Int(event.bytes))
        place.storeBytes(of: event, as: SpilledEvent.self)
        var next = place.assumingMemoryBound(to: UInt8.self) + headBytes
        func append(_ text: ByteSlice?, _ count: Int) {
            guard let text, count > 0 else { return }
            Memory.copy(text.base, to: next, count)
            next += count
        }
        append(record.pointee.payment, Int(event.paymentCount))
        append(record.pointee.party, Int(event.partyCount))
        append(record.pointee.method, Int(event.methodCount))
        append(record.pointee.id, Int(event.idCount))
        if event.errorCodeCount != noText {
            append(record.pointee.errorCode, Int(event.errorCodeCount))
        }
        if event.errorMessageCount != noText {
            append(record.pointee.errorMessage, Int(event.errorMessageCount))
        }
        append(result, result?.count ?? 0)
    }

    /// Reads the event at `base` into `record`, whose texts then stand there.
    @inline(__always)
    static func read(
        _ base: UnsafeRawPointer, into record: UnsafeMutablePointer<EventRecord>
    ) -> SpilledEvent {
        let event = base.loadUnaligned(as: SpilledEvent.self)
        var next = base.assumingMemoryBound(to: UInt8.self) + headBytes
        func text(_ count: Int) -> ByteSlice {
            defer { next += count }
            return ByteSlice(base: next, count: count)
        }
        record.pointee.at = Timestamp(nanoseconds: event.at)
        record.pointee.hash = event.hash
        record.pointee.payment = text(Int(event.paymentCount))
        record.pointee.party = text(Int(event.partyCount))
        record.pointee.method = event.methodCount == 0 ? nil : text(Int(event.methodCount))
        record.pointee.id = event.idCount == 0 ? nil : text(Int(event.idCount))
        let (code, message) = (event.errorCodeCount, event.errorMessageCount)
        record.pointee.errorCode = code == noText ? nil : text(Int(code))
        record.pointee.errorMessage = message == noText ? nil : text(Int(message))
        if event.type == .result { record.pointee.method = text(Int(event.amount)) }
        record.pointee.minorUnits = event.amount
        record.pointee.amount =
            event.exponent == noAmount
            ? nil : WrittenAmount(digits: event.amount, exponent: event.exponent)
        record.pointee.line = Int(event.place & 0xFF_FFFF_FFFF)
        record.pointee.file = Int32(event.place >> 40)
        record.pointee.type = event.type
        record.pointee.outcome = event.outcome
        record.pointee.currency = event.currency
        return event
    }
}
