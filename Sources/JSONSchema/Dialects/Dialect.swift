import SourceText

/// The versions of JSON Schema that are understood.
public enum Dialect: String, CaseIterable, Sendable, Comparable {
    case draft4 = "4"
    case draft6 = "6"
    case draft7 = "7"
    case draft2019 = "2019-09"
    case draft2020 = "2020-12"

    /// What `$schema` says for this dialect, without an empty fragment.
    public var metaSchemaURI: String {
        switch self {
        case .draft4: "http://json-schema.org/draft-04/schema"
        case .draft6: "http://json-schema.org/draft-06/schema"
        case .draft7: "http://json-schema.org/draft-07/schema"
        case .draft2019: "https://json-schema.org/draft/2019-09/schema"
        case .draft2020: "https://json-schema.org/draft/2020-12/schema"
        }
    }

    /// The dialect whose meta-schema has this URI.
    init?(metaSchemaURI: String) {
        for dialect in Dialect.allCases
        where ByteOrder.equal(dialect.metaSchemaURI, metaSchemaURI) {
            self = dialect
            return
        }
        return nil
    }

    private var age: Int {
        switch self {
        case .draft4: 4
        case .draft6: 6
        case .draft7: 7
        case .draft2019: 8
        case .draft2020: 9
        }
    }

    /// Older dialects come first.
    public static func < (left: Dialect, right: Dialect) -> Bool { left.age < right.age }

    /// The keyword that names a schema resource.
    var identifierKeyword: String { self == .draft4 ? "id" : "$id" }

    /// Whether `$ref` makes every keyword beside it void.
    var referenceStandsAlone: Bool { self < .draft2019 }
}
