internal import JSONText
internal import Payments

/// Takes a valid event apart into literals and values.
struct ShapeLearner {
    private let line: ByteSlice
    private let record: UnsafePointer<EventRecord>
    private var scanner: JSONScanner
    private var literalStart: UnsafePointer<UInt8>
    private var segments: [ShapeSegment] = []
    private var given = EventFields(rawValue: 0)
    private var hasErrorCode = false
    private var hasErrorMessage = false

    /// Slots of texts after those of the fields.
    static let errorCodeSlot = UInt8(EventField.allCases.count)
    static let errorMessageSlot = errorCodeSlot + 1
    static let slotCount = EventField.allCases.count + 2

    /// Longer literals are left to the scanner.
    private static let longestLiteral = 256
    private static let deepest = 8

    init(_ line: ByteSlice, _ record: UnsafePointer<EventRecord>) {
        self.line = line
        self.record = record
        scanner = JSONScanner(line.base, to: line.base + line.count, allowsLineFeed: false)
        literalStart = line.base
    }

    /// The shape of the line; nil if it cannot be learned.
    mutating func read() -> LineShape? {
        scanner.skipWhiteSpace()
        guard readObject(depth: 1, isError: false) else { return nil }
        let end = line.base + line.count
        guard add(.none, to: end, slot: UInt8(EventField.unlisted.rawValue)) else { return nil }
        return LineShape(segments: segments, leaf: leaf)
    }

    private var leaf: ShapeLeaf {
        let type = record.pointee.type
        var outcome = Outcome.succeeded
        if case .result(let result) = record.pointee.payload { outcome = result.outcome }
        return ShapeLeaf(
            type: type, outcome: outcome, given: given.intersection(type.listed),
            hasErrorCode: hasErrorCode, hasErrorMessage: hasErrorMessage)
    }

    /// Ends a literal at `end`, where a value begins.
    private mutating func add(
        _ value: ShapeValue, to end: UnsafePointer<UInt8>, slot: UInt8
    ) -> Bool {
        let count = end - literalStart
        guard count > 0, count <= Self.longestLiteral else { return false }
        segments.append(
            ShapeSegment(
                literal: ByteSlice(base: literalStart, count: count), value: value, slot: slot))
        return true
    }

    /// Reads an object to its end; false if it cannot be part of a shape.
    private mutating func readObject(depth: Int, isError: Bool) -> Bool {
        guard depth <= Self.deepest, scanner.byte == UInt8(ascii: "{") else { return false }
        scanner.position += 1
        scanner.skipWhiteSpace()
        while scanner.byte != UInt8(ascii: "}") {
            guard let key = scanner.skipString(), !key.hasEscapes, scanner.skipColon(),
                readValue(key.content, depth: depth, isError: isError)
            else { return false }
            scanner.skipWhiteSpace()
            if scanner.byte == UInt8(ascii: ",") { scanner.position += 1 }
            scanner.skipWhiteSpace()
        }
        scanner.position += 1
        return true
    }

    private mutating func readValue(_ key: ByteSlice, depth: Int, isError: Bool) -> Bool {
        let field = depth == 1 ? EventField.named(key) : .unlisted
        if field != .unlisted { given.formUnion(EventFields(field)) }
        switch scanner.byte {
        case UInt8(ascii: "\""):
            // These are part of the literal: there are only a few.
            if field == .type || field == .outcome { return scanner.skipString() != nil }
            return readString(
                slot(key, field, isError: isError), as: field == .at ? .time : .string)
        case UInt8(ascii: "{"):
            return readObject(depth: depth + 1, isError: field == .error)
        case 0x30...0x39: return readNumber(UInt8(field.rawValue))
        // Words and lists are part of the literal.
        default: return scanner.skipValue()
        }
    }

    private mutating func slot(_ key: ByteSlice, _ field: EventField, isError: Bool) -> UInt8 {
        guard isError else { return UInt8(field.rawValue) }
        if key.equals("code") {
            hasErrorCode = true
            return Self.errorCodeSlot
        }
        guard key.equals("message") else { return UInt8(EventField.unlisted.rawValue) }
        hasErrorMessage = true
        return Self.errorMessageSlot
    }

    private mutating func readString(_ slot: UInt8, as value: ShapeValue) -> Bool {
        let content = scanner.position + 1
        guard let token = scanner.skipString(), !token.hasEscapes, !token.hasUnusual,
            add(value, to: content, slot: slot)
        else { return false }
        literalStart = content + token.content.count
        return true
    }

    private mutating func readNumber(_ slot: UInt8) -> Bool {
        let start = scanner.position
        guard add(.number, to: start, slot: slot) else { return false }
        var end = start
        // Shapes have no numbers with an exponent.
        guard PlainText.skipNumber(&end), scanner.skipNumber(), scanner.position == end else {
            return false
        }
        literalStart = end
        return true
    }
}
