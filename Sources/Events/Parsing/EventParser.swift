internal import JSONText
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

    /// Parses the value at the scanner's position, which is not white space, into `record`.
    @inline(__always)
    mutating func parse(
        _ scanner: inout JSONScanner, into record: UnsafeMutablePointer<EventRecord>
    ) -> Verdict {
        guard scanner.byte == UInt8(ascii: "{") else {
            return scanner.skipValue() ? .invalid : .broken
        }
        guard scanner.scanEvent(into: &event, scratch: scratch) else { return .broken }
        guard scanner.loneSurrogate == nil else { return .invalid }
        return decode(into: record) ? .event : .invalid
    }

    /// Parses a line of a shape that came before.
    ///
    /// - Returns: where the next line begins; nil, which says nothing of the line, if its shape is not
    ///   known or its values are not plain.
    @inline(__always)
    mutating func parseShape(
        _ start: UnsafePointer<UInt8>, _ known: UnsafeMutablePointer<KnownLines>,
        into record: UnsafeMutablePointer<EventRecord>
    ) -> UnsafePointer<UInt8>? {
        guard let (shape, next) = known.pointee.shapes.match(start, into: event.slots)
        else { return nil }
        event.take(shape)
        guard decodeCommon(shape.type, into: record) else { return nil }
        guard shape.type == .result else {
            return decode(shape.type, into: record) ? next : nil
        }
        guard let attempt = decoder.identifier(event[.attempt]) else { return nil }
        record.pointee.party = attempt
        record.pointee.outcome = shape.outcome
        let slots = event.slots
        record.pointee.errorCode =
            shape.hasErrorCode ? slots[Int(ShapeReader.errorCodeSlot)].text : nil
        record.pointee.errorMessage =
            shape.hasErrorMessage ? slots[Int(ShapeReader.errorMessageSlot)].text : nil
        return next
    }

    /// Fills `record` from the event at `start`, whose layout is known: its texts are plain and as long
    /// as those of a valid event were.
    ///
    /// - Returns: false, which says nothing of the line, if a value is none that this understands.
    @inline(__always)
    mutating func parse(
        _ layout: UnsafePointer<LineLayout>, at start: UnsafePointer<UInt8>,
        into record: UnsafeMutablePointer<EventRecord>
    ) -> Bool {
        guard let at = decoder.time(.plain(layout.text(.at, of: start))) else { return false }
        let type = layout.pointee.leaf.type
        record.pointee.at = at
        record.pointee.type = type
        record.pointee.id = layout.optionalText(.id, of: start)
        record.pointee.payment = layout.text(.payment, of: start)
        switch type {
        case .created:
            guard let (currency, minorUnits) = decoder.money(layout, of: start) else {
                return false
            }
            record.pointee.party = layout.text(.client, of: start)
            record.pointee.method = layout.text(.method, of: start)
            record.pointee.currency = currency
            record.pointee.minorUnits = minorUnits
        case .attempted:
            record.pointee.party = layout.text(.attempt, of: start)
            record.pointee.method = layout.optionalText(.method, of: start)
            record.pointee.amount = nil
            if layout.pointee.leaf.given.contains(.amount) {
                guard let amount = decoder.amount(layout, of: start) else { return false }
                record.pointee.amount = amount
            }
        case .result:
            record.pointee.party = layout.text(.attempt, of: start)
            record.pointee.outcome = layout.pointee.leaf.outcome
            record.pointee.errorCode =
                layout.pointee.leaf.hasErrorCode
                ? layout.text(atSlot: Int(ShapeReader.errorCodeSlot), of: start) : nil
            record.pointee.errorMessage =
                layout.pointee.leaf.hasErrorMessage
                ? layout.text(atSlot: Int(ShapeReader.errorMessageSlot), of: start) : nil
        case .clockAdvanced: break
        }
        return true
    }

    /// Fills `record` from the scanned fields; false if a rule is broken.
    @inline(never)
    private mutating func decode(into record: UnsafeMutablePointer<EventRecord>) -> Bool {
        guard event.given.isSuperset(of: .common), let type = decoder.type(event[.type]),
            event.given.isSuperset(of: type.required),
            event.repeated.isDisjoint(with: type.listed)
        else { return false }
        return decodeCommon(type, into: record) && decode(type, into: record)
    }

    /// Fills in what all types list.
    @inline(__always)
    private mutating func decodeCommon(
        _ type: EventType, into record: UnsafeMutablePointer<EventRecord>
    ) -> Bool {
        guard let at = decoder.time(event[.at]) else { return false }
        record.pointee.at = at
        record.pointee.type = type
        record.pointee.id = nil
        if event.given.contains(.id) {
            guard let id = decoder.identifier(event[.id]) else { return false }
            record.pointee.id = id
        }
        guard type != .clockAdvanced else {
            record.pointee.payment = .empty
            return true
        }
        guard let payment = decoder.identifier(event[.payment]) else { return false }
        record.pointee.payment = payment
        return true
    }

    @inline(__always)
    private mutating func decode(
        _ type: EventType, into record: UnsafeMutablePointer<EventRecord>
    ) -> Bool {
        switch type {
        case .created: return decodeCreated(into: record)
        case .attempted: return decodeAttempted(into: record)
        case .result: return decodeResult(into: record)
        case .clockAdvanced: return true
        }
    }

    @inline(__always)
    private mutating func decodeCreated(into record: UnsafeMutablePointer<EventRecord>) -> Bool {
        guard let client = decoder.identifier(event[.client]),
            let method = decoder.identifier(event[.method]),
            let (currency, digits) = decoder.currencyWithDigits(event[.currency]),
            let amount = decoder.amount(event[.amount]),
            let minorUnits = amount.minorUnits(fractionDigits: digits)
        else { return false }
        record.pointee.party = client
        record.pointee.method = method
        record.pointee.currency = currency
        record.pointee.minorUnits = minorUnits
        return true
    }

    @inline(__always)
    private mutating func decodeAttempted(into record: UnsafeMutablePointer<EventRecord>) -> Bool {
        guard let attempt = decoder.identifier(event[.attempt]) else { return false }
        record.pointee.party = attempt
        record.pointee.method = nil
        record.pointee.amount = nil
        if event.given.contains(.method) {
            guard let method = decoder.identifier(event[.method]) else { return false }
            record.pointee.method = method
        }
        if event.given.contains(.amount) {
            guard let amount = decoder.amount(event[.amount]) else { return false }
            record.pointee.amount = amount
        }
        return true
    }

    @inline(__always)
    private mutating func decodeResult(into record: UnsafeMutablePointer<EventRecord>) -> Bool {
        guard let attempt = decoder.identifier(event[.attempt]),
            let outcome = decoder.outcome(event[.outcome])
        else { return false }
        record.pointee.party = attempt
        record.pointee.outcome = outcome
        record.pointee.errorCode = nil
        record.pointee.errorMessage = nil
        if event.given.contains(.error) {
            guard outcome == .failed, let error = decoder.error(event[.error]) else { return false }
            record.pointee.errorCode = error.code
            record.pointee.errorMessage = error.message
        }
        return !event.given.contains(.signature) || event[.signature].kind == .string
    }
}
