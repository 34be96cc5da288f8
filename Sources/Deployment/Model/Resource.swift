internal import Documents

/// A connector or a payment method as an installation has it, or is to have it: its fields, in the
/// order of the format.
public struct Resource: Sendable {
    public let kind: Kind
    public let id: String
    public let fields: [Field]

    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        case connector = "connector"
        case method = "payment method"

        /// How the digests of a resource's values name it.
        func digestPath(_ id: String) -> String {
            switch self {
            case .connector: "connector/" + id
            case .method: "method/" + id
            }
        }
    }

    /// A field; absent ones have no value.
    public struct Field: Sendable {
        public let name: String
        public let value: CanonicalJSON?
    }

    /// The value of a field.
    public subscript(field: String) -> CanonicalJSON? {
        fields.first { $0.name == field }.flatMap(\.value)
    }

    /// Whether all fields are the same.
    func isSame(as other: Resource) -> Bool {
        zip(fields, other.fields).allSatisfy { $0.value == $1.value }
    }

    /// A field that holds a string.
    func text(_ field: String) -> String { self[field]?.document.root.string ?? "" }

    /// The reseller that it belongs to.
    public var reseller: String { text(FieldName.reseller) }

    /// The connector of a payment method.
    public var connector: String { text(FieldName.connector) }
}

/// The names of fields, as in the configuration.
enum FieldName {
    static let name = "name"
    static let reseller = "reseller"
    static let url = "url"
    static let period = "processingPeriodMinutes"
    static let schema = "jsonSchema"
    static let schemaFiles = "jsonSchemaReferences"
    static let statics = "staticJson"
    static let key = "key"
    static let connector = "connector"
    static let active = "active"
    static let currencies = "currencies"
    static let settings = "settings"

    static func all(of kind: Resource.Kind) -> [String] {
        switch kind {
        case .connector: [name, reseller, url, period, schema, schemaFiles, statics, key]
        case .method: [name, connector, reseller, active, currencies, settings]
        }
    }
}
