import Documents
public import SourceText

extension DiagnosticCode {
    /// A connector belongs to another reseller than the root.
    public static let connectorNotRoot = DiagnosticCode(
        "connector-not-root", .error,
        reason: "Only the root reseller may see and manage connectors, so that every connector "
            + "belongs to it.",
        remedy: "Name the root reseller, or leave `reseller` out. Payment methods may belong to "
            + "any reseller.")
}

/// Rule: a connector belongs to the root reseller.
enum ConnectorOwners {
    static func check(_ model: Model) -> [Diagnostic] {
        var suggestions = NameSuggestions(model.installation.resellers.map(\.id))
        return model.connectors.compactMap { connector in
            guard let reseller = connector.reseller, let node = connector.node["reseller"] else {
                return nil
            }
            if let finding = KnownResellers.check(reseller, at: node, in: model, &suggestions) {
                return finding
            }
            let installation = model.installation
            guard let root = installation.root, reseller != root.id,
                installation.reseller(reseller) != nil
            else { return nil }
            return Diagnostic(
                .connectorNotRoot,
                "a connector belongs to the root reseller `\(root.id)`, not to `\(reseller)`",
                at: node, hint: "write `reseller: \(root.id)`, or leave it out")
        }
    }
}
