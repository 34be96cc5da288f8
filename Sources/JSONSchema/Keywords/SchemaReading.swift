package import Documents

/// A lower or an upper bound of numbers.
package struct NumberBound: Sendable {
    package let keyword: Keyword
    package let node: Node
    package let number: Number
    package let isExclusive: Bool
}

/// What several keywords say together, in any dialect: read here for all that compiles, compares or
/// lints schemas.
extension SchemaObject {
    /// A keyword and its value.
    package typealias Entry = (keyword: Keyword, node: Node)

    /// The types that `type` names; nil if it names none, or some that do not exist.
    package var types: TypeSet? {
        guard let value = self[.type] else { return nil }
        let names = value.kind == .array ? Array(value.elements) : [value]
        let types = names.compactMap { TypeSet(name: $0, dialect: language.dialect) }
        guard !types.isEmpty, types.count == names.count else { return nil }
        return types.reduce([]) { $0.union($1) }
    }

    /// The bounds that a pair of keywords sets. In draft 4, the exclusive one is a flag of the other.
    package func bounds(_ plain: Keyword, _ exclusive: Keyword) -> [NumberBound] {
        let isFlag = language.dialect == .draft4
        let isOpen = isFlag && self[exclusive]?.boolean == true
        let keywords = isFlag ? [(plain, isOpen)] : [(plain, false), (exclusive, true)]
        return keywords.compactMap { keyword, isExclusive in
            guard let node = self[keyword], let number = node.number else { return nil }
            return NumberBound(
                keyword: keyword, node: node, number: number, isExclusive: isExclusive)
        }
    }

    /// The list of schemas for the first elements of an array, and the schema for the others.
    package var elements: (prefix: Entry?, rest: Entry?) {
        if language.dialect == .draft2020 {
            return (self[.prefixItems].map { (.prefixItems, $0) }, entry(.items))
        }
        guard let items = self[.items] else { return (nil, nil) }
        return items.kind == .array
            ? ((.items, items), entry(.additionalItems)) : (nil, entry(.items))
    }

    private func entry(_ keyword: Keyword) -> Entry? {
        schema(keyword).map { (keyword, $0) }
    }
}
