public import SourceText

/// A configuration as far as it could be read, with everything that is wrong with it.
public struct LoadedConfiguration: Sendable {
    /// The installation, or the assumed one with a single reseller `root`.
    public let installation: Installation
    /// In the order of files and documents.
    public let connectors: [Connector]
    /// In the order of files and documents.
    public let methods: [PaymentMethod]
    /// In the order of files and documents; what they say is for the floor above to read.
    public let scenarios: [ScenarioDocument]
    /// In no particular order; reports sort them.
    public let diagnostics: [Diagnostic]
    /// Where secrets stand in plain text. No output may show these places.
    public let secrets: [SourceSpan]
    /// The number of files that hold documents of the configuration.
    public let fileCount: Int
    /// The number of such documents.
    public let documentCount: Int

    /// Whether the configuration cannot be used.
    public var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }

    /// The first connector with this identifier.
    public func connector(_ id: String) -> Connector? {
        connectors.first { $0.id == id }
    }
}
