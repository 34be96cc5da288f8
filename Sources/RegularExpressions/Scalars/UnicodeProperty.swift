/// What `\p{…}` may name.
enum UnicodeProperty {
    /// The scalars that `\p{name}` or `\p{name=value}` matches; the error says what is wrong.
    static func scalars(named text: String) throws(UnknownProperty) -> ScalarSet {
        guard let equals = text.firstIndex(of: "=") else {
            let set = GeneralCategory.scalars(named: text) ?? BinaryProperty.scalars(named: text)
            guard let set else { throw unknown(text) }
            return set
        }
        let value = text[text.index(after: equals)...]
        let set =
            switch text[..<equals] {
            case "General_Category", "gc": GeneralCategory.scalars(named: String(value))
            case "Script", "sc": Script.scalars(named: value)
            case "Script_Extensions", "scx": Script.extensions(named: value)
            default: throw .noSuchName(String(text[..<equals]))
            }
        guard let set else { throw .noSuchValue(String(value), of: String(text[..<equals])) }
        return set
    }

    private static func unknown(_ text: String) -> UnknownProperty {
        Script.scalars(named: text[...]) == nil ? .noSuchProperty(text) : .script(text)
    }
}

/// Why a `\p{…}` names nothing.
enum UnknownProperty: Error {
    case noSuchProperty(String)
    case script(String)
    case noSuchName(String)
    case noSuchValue(String, of: String)
}
