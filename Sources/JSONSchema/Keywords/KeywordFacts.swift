package import Documents

/// What is known of a keyword without looking at a schema.
package struct KeywordFacts: Sendable {
    package let name: String
    /// The first and the last dialect that gives it a meaning.
    package var since = Dialect.draft4
    package var until = Dialect.draft2020
    /// Any one of these vocabularies switches it on.
    var vocabularies: Vocabularies
    package var effect = Effect.assertion
    package var subschemas = Subschemas.none
    /// Whether its subschemas, or the schema it refers to, apply to the same value.
    package var isInPlace = false
    /// The only kind of value that it looks at, if there is one.
    package var kind: Node.Kind?
    /// Whether its value, or each element of its list, is a value such as the schema describes.
    package var values = Values.none

    /// What a keyword does.
    package enum Effect: Sendable {
        /// It may refuse values, itself or through the schemas that it applies.
        case assertion
        /// It describes values for people; validation ignores it.
        case description
        /// It says whether values are secret.
        case secrecy
        /// It says what the schema is called.
        case name
        /// Nothing where it is: it holds schemas for others, or says how to read them.
        case none
    }

    package enum Values: Sendable {
        case none, one, list
    }
}

/// Where a keyword's value holds schemas.
package enum Subschemas: Sendable {
    case none, one, list, map
    /// One schema, or a list of them, which 2020-12 has `prefixItems` for.
    case oneOrList

    /// The schemas in `value`; whatever is not an object or a boolean is left out.
    package func found(in value: Node, _ dialect: Dialect) -> [Node] {
        let candidates: [Node]
        switch self {
        case .none: return []
        case .list: candidates = Array(value.elements)
        case .map: candidates = value.members.map(\.value)
        case .oneOrList where dialect < .draft2020 && value.kind == .array:
            candidates = Array(value.elements)
        case .one, .oneOrList: candidates = [value]
        }
        return candidates.filter(\.isSchema)
    }
}

extension Node {
    /// Whether the node can be read as a schema at all.
    package var isSchema: Bool { kind == .object || kind == .boolean }

    /// The value of a schema's keyword, whether or not it counts in the schema's language.
    package subscript(keyword: Keyword) -> Node? { self[keyword.name] }

    /// Whether the schema says that values are secret. It counts even where the dialect gives `writeOnly` no
    /// meaning, or voids it beside `$ref`: the author meant it.
    package var isMarkedSecret: Bool {
        self[.writeOnly]?.boolean == true || self[.format]?.hasText("password") == true
    }
}
