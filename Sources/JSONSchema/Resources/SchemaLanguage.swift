import Documents
import SourceText

extension SchemaRegistry {
    /// The language that `$schema` of a resource names; without one, that of its surroundings.
    mutating func language(of node: Node, inheriting outer: Language) -> Language {
        guard let value = node[.schema], let text = value.string else {
            return outer
        }
        let uri = URIReference(text).withoutFragment
        if let dialect = Dialect(metaSchemaURI: uri) { return Language(dialect: dialect) }
        if let known = knownLanguage(uri) { return known }
        remember(outer, for: uri)
        guard let id = resource(at: uri) else {
            report(
                .unresolved(
                    "$schema", "no meta-schema \"\(text)\"", at: value, hint: dialectHint(uri)))
            return outer
        }
        var language = resources[id].language
        language.customMetaSchema = uri
        readVocabularies(of: resources[id].root, into: &language, namedAt: value)
        remember(language, for: uri)
        return language
    }

    private func dialectHint(_ uri: String) -> String {
        let known = Dialect.allCases.map(\.metaSchemaURI)
        let nearest = Suggestion.nearest(to: uri, among: known)
        return nearest.map { "did you mean \"\($0)\"?" }
            ?? "the latest dialect is \"\(Dialect.draft2020.metaSchemaURI)\""
    }

    private mutating func readVocabularies(
        of metaSchema: Node, into language: inout Language, namedAt value: Node
    ) {
        guard language.dialect >= .draft2019, let list = metaSchema["$vocabulary"] else {
            return
        }
        language.vocabularies = .core
        for member in list.members {
            if let vocabulary = Vocabularies(uri: member.name) {
                language.vocabularies.formUnion(vocabulary)
                // In 2019-09 it is one vocabulary, whose being required asks for checks.
                if language.dialect == .draft2019, vocabulary == .formatAnnotation,
                    member.value.boolean == true
                {
                    language.vocabularies.formUnion(.formatAssertion)
                }
            } else if member.value.boolean == true {
                report(
                    .schema(
                        .schemaInvalid,
                        "the meta-schema requires the unknown vocabulary \"\(member.name)\"",
                        at: value,
                        notes: [.init("required here", at: member.key.span)]))
            }
        }
    }
}
