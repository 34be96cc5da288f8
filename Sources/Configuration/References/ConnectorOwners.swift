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

    /// A document names a reseller that does not exist.
    public static let resellerUnknown = DiagnosticCode(
        "reseller-unknown", .error,
        reason: "`reseller` names a reseller of the installation by its id. A configuration "
            + "without an Installation has the single reseller `root`.",
        remedy: "Correct the id, or add the reseller to the installation.")
}

/// Rule: a connector belongs to the root reseller.
enum ConnectorOwners {
    static func check(_ model: Model) -> [Diagnostic] {
        model.connectors.compactMap { connector in
            guard let reseller = connector.reseller, let node = connector.node["reseller"] else {
                return nil
            }
            if let finding = KnownResellers.check(reseller, at: node, in: model) { return finding }
            guard let root = model.installation.root, reseller != root.id else { return nil }
            return Diagnostic(
                .connectorNotRoot,
                "a connector belongs to the root reseller `\(root.id)`, not to `\(reseller)`",
                at: node.span, pointer: node.pointer,
                hint: "write `reseller: \(root.id)`, or leave it out")
        }
    }
}

/// Rule: a reseller that a document names exists.
enum KnownResellers {
    static func check(_ reseller: String, at node: Node, in model: Model) -> Diagnostic? {
        let installation = model.installation
        guard installation.isComplete, installation.reseller(reseller) == nil else { return nil }
        let names = installation.resellers.map(\.id)
        let nearest = Suggestion.nearest(to: reseller, among: names)
        let noneDescribed = installation.node == nil
        return Diagnostic(
            .resellerUnknown, "there is no reseller `\(reseller)`", at: node.span,
            pointer: node.pointer,
            hint: nearest.map { "did you mean `\($0)`?" }
                ?? (noneDescribed
                    ? "without an Installation there is only the reseller `root`" : nil))
    }
}
