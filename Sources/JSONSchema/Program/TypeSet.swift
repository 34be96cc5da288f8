package import Documents
import SourceText

/// A set of the types that `type` can name.
package struct TypeSet: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    package static let null = TypeSet(.null)
    package static let boolean = TypeSet(.boolean)
    package static let number = TypeSet(.number)
    package static let string = TypeSet(.string)
    package static let array = TypeSet(.array)
    package static let object = TypeSet(.object)
    /// Numbers whose value is whole.
    package static let integer = TypeSet(rawValue: 64)
    /// Numbers that are written without fraction and exponent: what draft 4 calls an integer.
    package static let integerLiteral = TypeSet(rawValue: 128)
    package static let all: TypeSet = [.null, .boolean, .number, .string, .array, .object]

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The type of every node of this kind.
    @inline(__always)
    package init(_ kind: Node.Kind) {
        rawValue = 1 &<< kind.rawValue
    }

    /// The type with this name.
    package init?(name: Node, dialect: Dialect) {
        switch name.string {
        case "null": self = .null
        case "boolean": self = .boolean
        case "number": self = .number
        case "string": self = .string
        case "array": self = .array
        case "object": self = .object
        case "integer": self = dialect == .draft4 ? .integerLiteral : .integer
        default: return nil
        }
    }

    /// Whether some node of this kind has one of the types.
    package func mayContain(_ kind: Node.Kind) -> Bool {
        if contains(TypeSet(kind)) { return true }
        return kind == .number && !isDisjoint(with: [.integer, .integerLiteral])
    }

    /// The names as a message lists them: `string or null`.
    package var description: String {
        var names: [String] = []
        if contains(.object) { names.append("an object") }
        if contains(.array) { names.append("an array") }
        if contains(.string) { names.append("a string") }
        if contains(.number) { names.append("a number") }
        if !contains(.number) && !isDisjoint(with: [.integer, .integerLiteral]) {
            names.append("an integer")
        }
        if contains(.boolean) { names.append("true or false") }
        if contains(.null) { names.append("null") }
        return Listing.or(names)
    }
}
