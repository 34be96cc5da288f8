/// The text that a signature of a `gateway.result` is of (`spec/signatures.md`).
///
/// It is the concatenation, in the byte order of the names, of `name`, `=`, the value's length in
/// UTF-8 bytes, `:`, and the value. The lengths make it unambiguous: no value can look like its own
/// end and the beginning of another field. Where a value was, how it was spelt and what was around it
/// does not matter.
public struct SignedText: Sendable {
    /// The UTF-8 of the text so far.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Forgets the text, and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends a field, whose name comes after those of all fields before it.
    public mutating func append(_ field: SignedField, _ value: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: field.nameBytes)
        bytes.append(UInt8(ascii: "="))
        append(decimal: value.count)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: value)
    }

    /// Appends a field, whose name comes after those of all fields before it.
    public mutating func append(_ field: SignedField, _ value: String) {
        var value = value
        value.withUTF8 { append(field, $0) }
    }

    private mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        bytes.append(0x30 + UInt8(number % 10))
    }
}

/// A field of a `gateway.result` that is signed, or a member of one that is an object.
public struct SignedField: Sendable {
    /// The name as it is in the text: fields of objects have their path, with dots.
    public let name: String
    let field: EventField
    let member: Member?
    fileprivate let nameBytes: [UInt8]

    enum Member: String {
        case code, message
    }

    private init(_ field: EventField, _ member: Member? = nil) {
        self.field = field
        self.member = member
        name = field.name + (member.map { "." + $0.rawValue } ?? "")
        nameBytes = Array(name.utf8)
    }

    /// The rows of the table of fields that are signed, in the byte order of their names.
    public static let allCases: [SignedField] = EventField.table.filter(\.isSigned).flatMap {
        rule in
        rule.format == .error
            ? [SignedField(rule.field, .code), SignedField(rule.field, .message)]
            : [SignedField(rule.field)]
    }
    .sorted { $0.nameBytes.lexicographicallyPrecedes($1.nameBytes) }
}
