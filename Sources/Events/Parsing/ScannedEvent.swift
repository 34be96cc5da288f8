/// The JSON kinds of values, as far as the rules of events tell them apart.
enum ScannedKind: UInt8 {
    case string, number, object, other, null
}

/// A field of an event as it is written.
struct ScannedField: BitwiseCopyable {
    var kind: ScannedKind
    var hasEscapes: Bool
    /// It has bytes that are not ASCII, or DEL.
    var hasUnusual: Bool
    /// The text between the quotes of a string; the whole of any other value.
    var text: ByteSlice

    /// A string of printable ASCII without escapes.
    @inline(__always)
    static func plain(_ text: ByteSlice) -> ScannedField {
        ScannedField(kind: .string, hasEscapes: false, hasUnusual: false, text: text)
    }

    /// A number.
    @inline(__always)
    static func number(_ text: ByteSlice) -> ScannedField {
        ScannedField(kind: .number, hasEscapes: false, hasUnusual: false, text: text)
    }

    /// The whole value as it is written, with the quotes of a string.
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
        fields = .allocate(capacity: ShapeLearner.slotCount)
        fields.initialize(repeating: .plain(.empty), count: ShapeLearner.slotCount)
    }

    deinit {
        fields.deallocate()
    }

    /// The field, which is meaningful only if it is `given`.
    @inline(__always)
    subscript(field: EventField) -> ScannedField { fields[field.rawValue] }

    /// Where the shapes put the texts of an event: plain strings and numbers.
    @inline(__always)
    var slots: UnsafeMutablePointer<ScannedField> { fields }

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
