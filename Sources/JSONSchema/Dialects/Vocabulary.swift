import Documents
import SourceText

/// Groups of keywords that a meta-schema switches on together.
package struct Vocabularies: OptionSet, Sendable {
    package let rawValue: UInt16

    static let core = Vocabularies(rawValue: 1)
    static let applicator = Vocabularies(rawValue: 2)
    static let unevaluated = Vocabularies(rawValue: 4)
    static let validation = Vocabularies(rawValue: 8)
    static let metaData = Vocabularies(rawValue: 16)
    static let formatAnnotation = Vocabularies(rawValue: 32)
    static let formatAssertion = Vocabularies(rawValue: 64)
    static let content = Vocabularies(rawValue: 128)

    static let all: Vocabularies = [
        .core, .applicator, .unevaluated, .validation, .metaData, .formatAnnotation, .content,
    ]

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The vocabulary with this URI, if it is a known one.
    init?(uri: String) {
        for (name, vocabulary) in Vocabularies.uris where ByteOrder.equal(name, uri) {
            self = vocabulary
            return
        }
        return nil
    }

    private static let uris: [(String, Vocabularies)] = [
        ("https://json-schema.org/draft/2020-12/vocab/core", .core),
        ("https://json-schema.org/draft/2020-12/vocab/applicator", .applicator),
        ("https://json-schema.org/draft/2020-12/vocab/unevaluated", .unevaluated),
        ("https://json-schema.org/draft/2020-12/vocab/validation", .validation),
        ("https://json-schema.org/draft/2020-12/vocab/meta-data", .metaData),
        ("https://json-schema.org/draft/2020-12/vocab/format-annotation", .formatAnnotation),
        ("https://json-schema.org/draft/2020-12/vocab/format-assertion", .formatAssertion),
        ("https://json-schema.org/draft/2020-12/vocab/content", .content),
        ("https://json-schema.org/draft/2019-09/vocab/core", .core),
        ("https://json-schema.org/draft/2019-09/vocab/applicator", [.applicator, .unevaluated]),
        ("https://json-schema.org/draft/2019-09/vocab/validation", .validation),
        ("https://json-schema.org/draft/2019-09/vocab/meta-data", .metaData),
        ("https://json-schema.org/draft/2019-09/vocab/format", .formatAnnotation),
        ("https://json-schema.org/draft/2019-09/vocab/content", .content),
    ]
}

/// What decides the meaning of a schema resource's keywords: what its `$schema` says.
package struct Language: Sendable {
    package internal(set) var dialect: Dialect
    package internal(set) var vocabularies: Vocabularies = .all
    /// The URI of a meta-schema that is not one of the standard ones.
    package internal(set) var customMetaSchema: String?

    func isSame(as other: Language) -> Bool {
        dialect == other.dialect && customMetaSchema == other.customMetaSchema
    }

    /// Whether a meta-schema asks for formats to be checked.
    package var assertsFormats: Bool { vocabularies.contains(.formatAssertion) }

    func understands(_ keyword: Keyword) -> Bool {
        keyword.exists(in: dialect) && !vocabularies.isDisjoint(with: keyword.facts.vocabularies)
    }
}
