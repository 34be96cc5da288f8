public import Configuration
internal import Documents
internal import JSONText
public import SourceText

/// What a platform needs to know: the connectors, and each payment method with its effective
/// settings, with the secrets themselves. Hash keys are not in it.
public struct Bundle: Sendable, Concealed {
    /// Why it cannot be given to a platform: secrets that are not there, or do not fit.
    public let findings: [Diagnostic]
    /// What is probably not meant of secrets that are there.
    public let warnings: [Diagnostic]
    private let installation: String?
    private let connectors: [Connector]
    /// The files that their schemas refer to, as JSON; no entry where there are none.
    private let schemaFiles: [String: CanonicalJSON]
    private let methods: [Row]
    private static let formatVersion = 1

    private struct Row: Sendable, Concealed {
        let method: PaymentMethod
        let reseller: String
        /// The members of the object.
        let settings: [UInt8]
    }

    /// Reads the secrets of all that `actor` may manage; connectors are the root reseller's.
    public init(_ configuration: LoadedConfiguration, for actor: String, _ secrets: SecretResolver)
    {
        precondition(!configuration.hasErrors, "errors are reported before anything is deployed")
        let resellers = Resellers(configuration.installation)
        var (findings, warnings): ([Diagnostic], [Diagnostic]) = ([], [])
        installation = configuration.installation.id
        connectors =
            resellers.mayManageConnectors(actor)
            ? configuration.connectors.sorted { ByteOrder.precedes($0.id, $1.id) } : []
        schemaFiles = configuration.schemaFiles.filter { !$0.value.isEmpty }
            .mapValues { CanonicalJSON(members: $0) }
        let methods = configuration.methods.filter {
            resellers.may(actor, manage: $0.reseller ?? resellers.root)
        }
        let statics = Self.statics(of: methods, configuration, secrets)
        findings += statics.flatMap(\.settings.findings)
        warnings += statics.flatMap(\.settings.warnings)
        let staticMembers = Dictionary(
            statics.map { ($0.connector, $0.settings.members) },
            uniquingKeysWith: { first, _ in first })
        self.methods = methods.sorted { ByteOrder.precedes($0.id, $1.id) }.map { method in
            let own = ResolvedSettings(method.settings, secrets)
            let schema = configuration.schemas[method.connector]
            findings += own.findings
            warnings += own.warnings
            findings += schema.map { own.misfits(method.settings, $0) } ?? []
            let parts = [staticMembers[method.connector] ?? [], own.members].filter { !$0.isEmpty }
            return Row(
                method: method, reseller: method.reseller ?? resellers.root,
                settings: Array(parts.joined(separator: [UInt8(ascii: ",")])))
        }
        self.findings = findings
        self.warnings = warnings
    }

    /// The static settings of connectors: each read once, however many methods share them.
    private static func statics(
        of methods: [PaymentMethod], _ configuration: LoadedConfiguration, _ secrets: SecretResolver
    ) -> [(connector: String, settings: ResolvedSettings)] {
        Set(methods.map(\.connector)).sorted(by: ByteOrder.precedes).map { id in
            (id, ResolvedSettings(configuration.connector(id)?.staticSettings, secrets))
        }
    }

    /// The bundle as JSON, a connector or a method a line.
    ///
    /// - Parameter state: knows the numbers of the connectors.
    public func bytes(_ state: DeployedState?) -> [UInt8] {
        precondition(findings.isEmpty, "a bundle without its secrets is of no use")
        return JSONWriter.file { json in
            json.number("formatVersion", Self.formatVersion)
            json.text("installation", installation)
            json.list("connectors", connectors) { connector, json in
                json.lineBreak()
                json.object { write(connector, state?.connector(connector.id)?.number, to: &$0) }
            }
            json.list("paymentMethods", methods) { row, json in
                json.lineBreak()
                json.object { Self.write(row, to: &$0) }
            }
        }
    }

    private func write(_ connector: Connector, _ number: Int?, to json: inout JSONWriter) {
        json.number("number", number)
        json.text("id", connector.id)
        json.text("name", connector.name)
        json.text("url", connector.url)
        json.number("processingPeriodMinutes", connector.processingPeriodMinutes)
        json.key("jsonSchema")
        connector.settingsSchema.map { json.node($0) }
        json.value("jsonSchemaReferences", schemaFiles[connector.id]?.text ?? "null")
    }

    private static func write(_ row: Row, to json: inout JSONWriter) {
        json.text("id", row.method.id)
        json.text("name", row.method.name)
        json.text("connector", row.method.connector)
        json.text("reseller", row.reseller)
        json.boolean("active", row.method.active)
        json.texts("currencies", row.method.currencies)
        json.value("settings", Self.object(row.settings))
    }

    /// An object with these members.
    static func object(_ members: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")]
    }
}
