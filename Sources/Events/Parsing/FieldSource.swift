internal import Payments

/// Where the values of one event are: in scanned fields, in the slots of a shape, or at the offsets of a
/// layout. Each reader returns nil for a value that breaks the rules, or that a shape or a layout does not
/// understand.
protocol FieldSource {
    func has(_ field: EventField) -> Bool
    func text(_ field: EventField, _ decoder: inout EventDecoder) -> ByteSlice?
    func identifier(_ field: EventField, _ decoder: inout EventDecoder) -> ByteSlice?
    func time(_ decoder: inout EventDecoder) -> Timestamp?
    func money(_ decoder: inout EventDecoder) -> (currency: Currency, minorUnits: Int64)?
    func amount(_ decoder: inout EventDecoder) -> WrittenAmount?
    func outcome(_ decoder: inout EventDecoder) -> Outcome?
    /// Of a failed result.
    func error(_ decoder: inout EventDecoder) -> (code: ByteSlice?, message: ByteSlice?)?
}

extension FieldSource {
    /// The text of an optional identifier: nil, and `isRight` is false, if it breaks the rules.
    ///
    /// Not generic over optional values: unoptimised, the compiler writes the nil of a generic optional
    /// `ByteSlice` in another way than it reads it.
    @inline(__always)
    fileprivate func identifierIfGiven(
        _ field: EventField, _ decoder: inout EventDecoder, _ isRight: inout Bool
    ) -> ByteSlice? {
        guard has(field) else { return nil }
        let text = identifier(field, &decoder)
        if text == nil { isRight = false }
        return text
    }
}

/// The only function that makes an event of values, whichever way they were found.
extension EventDecoder {
    /// Fills `record` with an event of this type; false if `source` does not give a value that it needs.
    @inline(__always)
    mutating func fill<Source: FieldSource>(
        _ record: UnsafeMutablePointer<EventRecord>, _ type: EventType, from source: Source
    ) -> Bool {
        guard let at = source.time(&self) else { return false }
        record.pointee.at = at
        var isRight = true
        record.pointee.id = source.identifierIfGiven(.id, &self, &isRight)
        guard isRight else { return false }
        guard type != .clockAdvanced else {
            record.pointee.payment = .empty
            record.pointee.payload = .clockAdvanced
            return true
        }
        guard let payment = source.identifier(.payment, &self) else { return false }
        record.pointee.payment = payment
        return fillPayload(record, type, from: source)
    }

    /// Each type stores its own payload: a payload that may be of any type would be put together and
    /// taken apart again.
    @inline(__always)
    private mutating func fillPayload<Source: FieldSource>(
        _ record: UnsafeMutablePointer<EventRecord>, _ type: EventType, from source: Source
    ) -> Bool {
        switch type {
        case .created:
            guard let created = created(from: source) else { return false }
            record.pointee.payload = .created(created)
        case .attempted:
            guard let attempted = attempted(from: source) else { return false }
            record.pointee.payload = .attempted(attempted)
        case .result:
            guard let result = result(from: source) else { return false }
            record.pointee.payload = .result(result)
        case .clockAdvanced: record.pointee.payload = .clockAdvanced
        }
        return true
    }

    @inline(__always)
    private mutating func created<Source: FieldSource>(
        from source: Source
    ) -> EventRecord.Created? {
        // The money first: while it is read, nothing else need be held.
        guard let money = source.money(&self), let client = source.identifier(.client, &self),
            let method = source.identifier(.method, &self)
        else { return nil }
        return EventRecord.Created(
            client: client, method: method, minorUnits: money.minorUnits, currency: money.currency)
    }

    @inline(__always)
    private mutating func attempted<Source: FieldSource>(
        from source: Source
    ) -> EventRecord.Attempted? {
        var isRight = true
        let method = source.identifierIfGiven(.method, &self, &isRight)
        var amount: WrittenAmount?
        if source.has(.amount) {
            amount = source.amount(&self)
            isRight = isRight && amount != nil
        }
        guard isRight, let attempt = source.identifier(.attempt, &self) else { return nil }
        return EventRecord.Attempted(attempt: attempt, method: method, amount: amount)
    }

    @inline(__always)
    private mutating func result<Source: FieldSource>(
        from source: Source
    ) -> EventRecord.Result? {
        guard let attempt = source.identifier(.attempt, &self),
            let outcome = source.outcome(&self)
        else { return nil }
        var error: (code: ByteSlice?, message: ByteSlice?) = (nil, nil)
        if source.has(.error) {
            guard outcome == .failed, let given = source.error(&self) else { return nil }
            error = given
        }
        if source.has(.signature), source.text(.signature, &self) == nil { return nil }
        return EventRecord.Result(
            outcome: outcome, attempt: attempt, errorCode: error.code, errorMessage: error.message)
    }
}

// MARK: The three ways

/// A source whose texts are fields in slots.
protocol SlotSource: FieldSource {
    var fields: UnsafeMutablePointer<ScannedField> { get }
}

extension SlotSource {
    @inline(__always)
    fileprivate subscript(field: EventField) -> ScannedField { fields[field.rawValue] }

    @inline(__always)
    func text(_ field: EventField, _ decoder: inout EventDecoder) -> ByteSlice? {
        decoder.text(self[field])
    }

    @inline(__always)
    func identifier(_ field: EventField, _ decoder: inout EventDecoder) -> ByteSlice? {
        decoder.identifier(self[field])
    }

    @inline(__always)
    func time(_ decoder: inout EventDecoder) -> Timestamp? { decoder.time(self[.at]) }

    @inline(__always)
    func money(_ decoder: inout EventDecoder) -> (currency: Currency, minorUnits: Int64)? {
        guard let (currency, digits) = decoder.currencyWithDigits(self[.currency]),
            let minorUnits = amount(&decoder)?.minorUnits(fractionDigits: digits)
        else { return nil }
        return (currency, minorUnits)
    }

    @inline(__always)
    func amount(_ decoder: inout EventDecoder) -> WrittenAmount? { decoder.amount(self[.amount]) }
}

/// The fields that the scanner found.
struct ScannedSource: SlotSource {
    let fields: UnsafeMutablePointer<ScannedField>
    let given: EventFields

    @inline(__always)
    func has(_ field: EventField) -> Bool { given.contains(field) }

    @inline(__always)
    func outcome(_ decoder: inout EventDecoder) -> Outcome? { decoder.outcome(self[.outcome]) }

    func error(_ decoder: inout EventDecoder) -> (code: ByteSlice?, message: ByteSlice?)? {
        decoder.error(self[.error])
    }
}

/// The texts that a shape found between its literals.
struct ShapeSource: SlotSource {
    let fields: UnsafeMutablePointer<ScannedField>
    let leaf: ShapeLeaf

    @inline(__always)
    func has(_ field: EventField) -> Bool { leaf.given.contains(field) }

    @inline(__always)
    func outcome(_ decoder: inout EventDecoder) -> Outcome? { leaf.outcome }

    @inline(__always)
    func error(_ decoder: inout EventDecoder) -> (code: ByteSlice?, message: ByteSlice?)? {
        (
            leaf.hasErrorCode ? fields[Int(ShapeLearner.errorCodeSlot)].text : nil,
            leaf.hasErrorMessage ? fields[Int(ShapeLearner.errorMessageSlot)].text : nil
        )
    }
}

/// The texts at the offsets of a layout: plain, and as long as those of a valid event were.
struct LayoutSource: FieldSource {
    let layout: UnsafePointer<LineLayout>
    let start: UnsafePointer<UInt8>

    @inline(__always)
    private func text(_ field: EventField) -> ByteSlice { layout.text(field, of: start) }

    @inline(__always)
    func has(_ field: EventField) -> Bool { layout.pointee.leaf.given.contains(field) }

    @inline(__always)
    func text(_ field: EventField, _ decoder: inout EventDecoder) -> ByteSlice? { text(field) }

    @inline(__always)
    func identifier(_ field: EventField, _ decoder: inout EventDecoder) -> ByteSlice? {
        text(field)
    }

    @inline(__always)
    func time(_ decoder: inout EventDecoder) -> Timestamp? { decoder.time(.plain(text(.at))) }

    @inline(__always)
    func money(_ decoder: inout EventDecoder) -> (currency: Currency, minorUnits: Int64)? {
        guard let (currency, digits) = decoder.currencyWithDigits(.plain(text(.currency))) else {
            return nil
        }
        let amount = text(.amount)
        let common = WrittenAmount.commonMinorUnits(
            amount.base, count: amount.count, fractionDigits: digits)
        if let common { return (currency, common) }
        return self.amount(&decoder)?.minorUnits(fractionDigits: digits).map { (currency, $0) }
    }

    @inline(__always)
    func amount(_ decoder: inout EventDecoder) -> WrittenAmount? {
        WrittenAmount(
            text(.amount).buffer,
            spelling: layout.pointee.amountIsNumber ? .jsonNumber : .string)
    }

    @inline(__always)
    func outcome(_ decoder: inout EventDecoder) -> Outcome? { layout.pointee.leaf.outcome }

    @inline(__always)
    func error(_ decoder: inout EventDecoder) -> (code: ByteSlice?, message: ByteSlice?)? {
        let leaf = layout.pointee.leaf
        return (
            leaf.hasErrorCode
                ? layout.text(atSlot: Int(ShapeLearner.errorCodeSlot), of: start) : nil,
            leaf.hasErrorMessage
                ? layout.text(atSlot: Int(ShapeLearner.errorMessageSlot), of: start) : nil
        )
    }
}
