/// The JSON kinds of values, as far as the rules of events tell them apart.
enum ScannedKind: UInt8 {
    case string, number, object, other, null
}

/// A field of an event as it stands in the text.
struct ScannedField {
    var kind: ScannedKind
    var hasEscapes: Bool
    var hasNonASCII: Bool
    /// What stands between the quotes of a string; the whole of any other value.
    var text: ByteSlice

    /// The whole value as it stands in the text, with the quotes of a string.
    var token: ByteSlice {
        kind == .string ? ByteSlice(base: text.base - 1, count: text.count + 2) : text
    }
}

/// The listed fields of the event that was scanned last, whatever its type: the type may come last.
struct ScannedEvent: ~Copyable {
    private let fields: UnsafeMutablePointer<ScannedField>
    private(set) var given = EventFields(rawValue: 0)
    /// The fields given more than once; the last one counts in `fields`.
    private(set) var repeated = EventFields(rawValue: 0)

    init() {
        fields = .allocate(capacity: EventField.allCases.count)
    }

    deinit {
        fields.deallocate()
    }

    /// The field, which is meaningful only if it is `given`.
    @inline(__always)
    subscript(field: EventField) -> ScannedField { fields[field.rawValue] }

    @inline(__always)
    mutating func clear() {
        given = EventFields(rawValue: 0)
        repeated = EventFields(rawValue: 0)
    }

    @inline(__always)
    mutating func set(_ field: EventField, _ value: ScannedField) {
        let bit = EventFields(field)
        repeated.formUnion(given.intersection(bit))
        given.formUnion(bit)
        fields[field.rawValue] = value
    }
}

extension JSONScanner {
    /// Scans an object's members and keeps those whose key some event type lists.
    @inline(__always)
    mutating func scanEvent(into event: inout ScannedEvent, scratch: ScratchArena) -> Bool {
        event.clear()
        position += 1
        skipWhiteSpace()
        if byte == UInt8(ascii: "}") {
            position += 1
            return true
        }
        while true {
            guard byte == UInt8(ascii: "\"") else { return fail(.wantsKey) }
            guard let key = skipString() else { return false }
            guard skipColon(), let value = scanField() else { return false }
            let name =
                key.hasEscapes && loneSurrogate == nil
                ? scratch.decode(key.content) : key.content
            if let field = EventField.named(name, before: key.hasEscapes ? name.base : end) {
                event.set(field, value)
            }
            skipWhiteSpace()
            switch byte {
            case UInt8(ascii: ","):
                position += 1
                skipWhiteSpace()
            case UInt8(ascii: "}"):
                position += 1
                return true
            default: return fail(.wantsCommaOrBrace)
            }
        }
    }

    @inline(__always)
    mutating func scanField() -> ScannedField? {
        if byte == UInt8(ascii: "\"") {
            guard let token = skipString() else { return nil }
            return ScannedField(
                kind: .string, hasEscapes: token.hasEscapes, hasNonASCII: token.hasNonASCII,
                text: token.content)
        }
        let start = position
        let kind: ScannedKind
        switch byte {
        case UInt8(ascii: "-"), 0x30...0x39: kind = .number
        case UInt8(ascii: "{"): kind = .object
        case UInt8(ascii: "n"): kind = .null
        default: kind = .other
        }
        guard kind == .number ? skipNumber() : skipValue() else { return nil }
        return ScannedField(
            kind: kind, hasEscapes: false, hasNonASCII: false,
            text: ByteSlice(base: start, count: position - start))
    }
}
