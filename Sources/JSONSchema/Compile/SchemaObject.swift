package import Documents

/// A schema's keywords that count in its language.
package struct SchemaObject: Sendable {
    package let node: Node
    package let language: Language
    private var values = KeywordMap()

    package init(_ node: Node, language: Language) {
        self.node = node
        self.language = language
        for member in node.members {
            guard let keyword = Keyword(name: member.name),
                keyword.facts.effect != .description, language.understands(keyword)
            else { continue }
            values[keyword] = member.value
        }
        if let reference = values[.ref], language.dialect.referenceStandsAlone {
            values = KeywordMap()
            values[.ref] = reference
        }
    }

    package subscript(keyword: Keyword) -> Node? { values[keyword] }

    /// The keywords that it has, in the order of the table.
    package var keywords: [Keyword] { values.keys.sorted { $0.rawValue < $1.rawValue } }

    /// The keyword's value, if it is a string, with its text.
    package func text(_ keyword: Keyword) -> (node: Node, text: String)? {
        guard let node = values[keyword], let text = node.string else { return nil }
        return (node, text)
    }

    /// The keyword's value, if it can be read as a schema.
    package func schema(_ keyword: Keyword) -> Node? {
        values[keyword].flatMap { $0.isSchema ? $0 : nil }
    }

    /// The keyword's value as a count; values beyond any possible count are the largest one.
    package func count(_ keyword: Keyword) -> Int? {
        guard let number = values[keyword]?.number, number.isInteger, number >= Number(0) else {
            return nil
        }
        return number.integer ?? Int.max
    }

    /// Whether the schema does nothing but refer to another one.
    func isPureReference(checksFormats: Bool) -> Bool {
        values[.ref] != nil && !isSecret && !isOpen && !holdsValues
            && values.keys.allSatisfy {
                $0.facts.effect == .none || $0 == .ref || $0 == .format && !checksFormats
            }
    }

    /// Whether values are secret.
    var isSecret: Bool { node.isMarkedSecret }

    /// Whether values are said not to be secret.
    var isOpen: Bool { node[.writeOnly]?.boolean == false && !isSecret }

    /// Whether it has values of its own, as a `default`, that may be those of a secret.
    private var holdsValues: Bool {
        SchemaLiterals.keywords.contains { node[$0] != nil }
    }
}
