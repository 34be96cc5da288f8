package import Documents
package import JSONSchema
public import SourceText

/// A configuration as far as it could be read, with everything that is wrong with it.
public struct LoadedConfiguration: Sendable {
    /// The installation, or the assumed one with a single reseller `root`.
    public let installation: Installation
    /// In the order of files and documents.
    public let connectors: [Connector]
    /// In the order of files and documents.
    public let methods: [PaymentMethod]
    /// In the order of files and documents; a floor above reads what they say.
    public private(set) var scenarios: [ScenarioDocument]
    /// In no particular order; reports sort them.
    public private(set) var diagnostics: [Diagnostic]
    /// The values that no output may show.
    public let hidden: HiddenValues
    /// Tells the sources which of their text may be shown.
    let texts: ConfigurationTexts
    /// The compiled settings schemas of the connectors, by their identifiers; none where they are
    /// faulty.
    package let schemas: [String: Schema]
    /// The files that these schemas refer to, by connector and path.
    package let schemaFiles: [String: [ExactText: Node]]
    /// The folders that it consists of: secrets in files lie in one of them.
    package let roots: ConfigurationRoots
    /// The paths of all files that were read or are named, also those without documents of the
    /// configuration, and those of secrets, which are read only when it is deployed.
    public let files: [String]
    /// The number of files that hold documents of the configuration.
    public let fileCount: Int
    /// The number of such documents.
    public let documentCount: Int
    /// How many documents there are of each kind, as text: `3 connectors`, `5 methods`.
    public let checkedDocuments: [String]

    /// The configuration as if its files held no scenarios: a fault in one of them says nothing about
    /// what it tests.
    public var withoutScenarios: LoadedConfiguration {
        let ranges = Dictionary(grouping: scenarios.map(\.node.span)) {
            ObjectIdentifier($0.source)
        }
        var others = self
        others.scenarios = []
        others.diagnostics.removeAll { finding in
            let own = ranges[ObjectIdentifier(finding.span.source)] ?? []
            let start = finding.span.range.start
            return own.contains { $0.range.start <= start && start <= $0.range.end }
        }
        return others
    }

    /// Lets the source lines that `findings` point to be shown, except for what is hidden in them. To be
    /// called before findings that are not among `diagnostics` are reported.
    public func disclose(_ findings: [Diagnostic]) { texts.disclose(findings) }

    /// Whether the configuration cannot be used.
    public var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }

    /// The first connector with this identifier.
    public func connector(_ id: String) -> Connector? {
        connectors.first { $0.id == id }
    }
}
