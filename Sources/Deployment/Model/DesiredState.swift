public import Configuration
internal import Documents
public import HashKeys
internal import JSONSchema
internal import SourceText

/// What an installation is to have: a configuration without errors, as resources.
public struct DesiredState: Sendable {
    public let resources: DesiredResources
    public let resellers: Resellers
    /// Whether it holds secrets in plain text, whose digests need a salt.
    public let hasPlainSecrets: Bool
    /// By connector.
    let schemas: [String: Schema]
    /// What is hidden, and its digests.
    let digests: SecretDigests
    /// The files that they refer to, by connector and path.
    let schemaFiles: [String: [ExactText: Node]]
    /// The connectors and payment methods as they were read, by their identifiers.
    let connectors: [ExactText: Connector]
    let methods: [ExactText: PaymentMethod]

    /// - Parameter salt: keys the digests of secrets in plain text.
    public init(_ configuration: LoadedConfiguration, salt: HashKey?) {
        precondition(!configuration.hasErrors, "errors are reported before anything is deployed")
        let secrets = SecretDigests(configuration.hidden, salt: salt)
        digests = secrets
        schemaFiles = configuration.schemaFiles
        let root = configuration.installation.root?.id ?? ""
        resellers = Resellers(configuration.installation)
        hasPlainSecrets = !configuration.hidden.isEmpty
        self.connectors = configuration.connectors.byExactText(\.id)
        self.methods = configuration.methods.byExactText(\.id)
        let connectors = configuration.connectors.map {
            Self.resource($0, root, secrets, configuration.schemaFiles[$0.id] ?? [:])
        }
        let methods = configuration.methods.map { Self.resource($0, root, secrets) }
        resources = DesiredResources(
            installation: configuration.installation.id,
            connectors: connectors.sorted { ByteOrder.precedes($0.id, $1.id) },
            methods: methods.sorted { ByteOrder.precedes($0.id, $1.id) })
        schemas = configuration.schemas
    }

    /// More bytes than a value of a configuration that people write.
    private static let mostValueBytes = 16 << 20

    /// - Throws: `StateFailure.tooLarge` if a value is too large to be kept.
    public func checkSizes() throws(StateFailure) {
        for resource in resources.connectors + resources.methods {
            for value in resource.fields.compactMap(\.value)
            where value.text.utf8.count > Self.mostValueBytes {
                throw .tooLarge(
                    resource: "\(resource.kind.rawValue) `\(resource.id)`",
                    bytes: value.text.utf8.count, limitBytes: Self.mostValueBytes)
            }
        }
    }

    private static func resource(
        _ connector: Connector, _ root: String, _ secrets: SecretDigests,
        _ schemaFiles: [ExactText: Node]
    ) -> Resource {
        Resource(.connector, connector.id) { field in
            let own = secrets.of(Resource.Kind.connector.digestPath(connector.id), field)
            return switch field {
            case FieldName.name: .string(connector.shownName)
            case FieldName.reseller: .string(connector.reseller ?? root)
            case FieldName.url: .string(connector.url)
            case FieldName.period: connector.processingPeriodMinutes.map(CanonicalJSON.number)
            case FieldName.schema:
                connector.settingsSchema.map { CanonicalJSON($0, hiding: own) }
            case FieldName.schemaFiles:
                schemaFiles.isEmpty ? nil : CanonicalJSON(members: schemaFiles, hiding: own)
            case FieldName.statics:
                connector.staticSettings.map { CanonicalJSON($0, hiding: own) }
            default: connector.node["key"].map { CanonicalJSON($0) }
            }
        }
    }

    private static func resource(
        _ method: PaymentMethod, _ root: String, _ secrets: SecretDigests
    ) -> Resource {
        Resource(.method, method.id) { field in
            let own = secrets.of(Resource.Kind.method.digestPath(method.id), field)
            return switch field {
            case FieldName.name: .string(method.shownName)
            case FieldName.connector: .string(method.connector)
            case FieldName.reseller: .string(method.reseller ?? root)
            case FieldName.active: .boolean(method.active)
            case FieldName.currencies:
                // A set: the order says nothing.
                method.currencies.map { list in
                    CanonicalJSON(
                        text: "[" + list.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]")
                }
            default:
                method.settings.map { CanonicalJSON($0, hiding: own) }
                    ?? CanonicalJSON(text: "{}")
            }
        }
    }
}

extension Resource {
    /// A resource of `kind` whose fields `value` gives.
    fileprivate init(_ kind: Kind, _ id: String, _ value: (String) -> CanonicalJSON?) {
        self.init(
            kind: kind, id: id,
            fields: FieldName.all(of: kind).map { Field(name: $0, value: value($0)) })
    }
}
