internal import Payments

/// Parses one event at a time, straight from bytes.
struct EventParser: ~Copyable {
    var event = ScannedEvent()
    var decoder: EventDecoder
    let scratch: ScratchArena

    init(scratch: ScratchArena) {
        self.scratch = scratch
        decoder = EventDecoder(scratch: scratch)
    }

    enum Verdict {
        case event
        /// The JSON is well-formed, but the event breaks a rule.
        case invalid
        /// The JSON is broken where the scanner's fault says.
        case broken
    }

    /// Parses the value at the scanner's position, which is not white space.
    @inline(__always)
    mutating func parse(_ scanner: inout JSONScanner, into record: inout EventRecord) -> Verdict {
        guard scanner.byte == UInt8(ascii: "{") else {
            return scanner.skipValue() ? .invalid : .broken
        }
        guard scanner.scanEvent(into: &event, scratch: scratch) else { return .broken }
        guard scanner.loneSurrogate == nil else { return .invalid }
        return decode(into: &record) ? .event : .invalid
    }

    /// Fills `record` from the scanned fields; false if a rule is broken.
    @inline(__always)
    private mutating func decode(into record: inout EventRecord) -> Bool {
        guard event.given.isSuperset(of: .common), let type = decoder.type(event[.type]),
            event.given.isSuperset(of: type.required),
            event.repeated.isDisjoint(with: type.listed),
            let at = decoder.time(event[.at])
        else { return false }
        record.at = at
        record.type = type
        record.id = nil
        if event.given.contains(.id) {
            guard let id = decoder.identifier(event[.id]) else { return false }
            record.id = id
        }
        guard type != .clockAdvanced else {
            record.payment = nil
            return true
        }
        guard let payment = decoder.identifier(event[.payment]) else { return false }
        record.payment = payment
        switch type {
        case .created: return decodeCreated(into: &record)
        case .attempted: return decodeAttempted(into: &record)
        case .result: return decodeResult(into: &record)
        case .clockAdvanced: return true
        }
    }

    @inline(__always)
    private mutating func decodeCreated(into record: inout EventRecord) -> Bool {
        guard let client = decoder.identifier(event[.client]),
            let method = decoder.identifier(event[.method]),
            let currency = decoder.currency(event[.currency]),
            let amount = decoder.amount(event[.amount]), amount.minorUnits(in: currency) != nil
        else { return false }
        record.client = client
        record.method = method
        record.currency = currency
        record.amount = amount
        return true
    }

    @inline(__always)
    private mutating func decodeAttempted(into record: inout EventRecord) -> Bool {
        guard let attempt = decoder.identifier(event[.attempt]) else { return false }
        record.attempt = attempt
        record.method = nil
        record.amount = nil
        if event.given.contains(.method) {
            guard let method = decoder.identifier(event[.method]) else { return false }
            record.method = method
        }
        if event.given.contains(.amount) {
            guard let amount = decoder.amount(event[.amount]) else { return false }
            record.amount = amount
        }
        return true
    }

    @inline(__always)
    private mutating func decodeResult(into record: inout EventRecord) -> Bool {
        guard let attempt = decoder.identifier(event[.attempt]),
            let outcome = decoder.outcome(event[.outcome])
        else { return false }
        record.attempt = attempt
        record.outcome = outcome
        record.errorCode = nil
        record.errorMessage = nil
        if event.given.contains(.error) {
            guard outcome == .failed, let error = decoder.error(event[.error]) else { return false }
            (record.errorCode, record.errorMessage) = error
        }
        return !event.given.contains(.signature) || event[.signature].kind == .string
    }
}
