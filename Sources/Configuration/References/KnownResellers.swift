import Documents
public import SourceText

extension DiagnosticCode {
    /// A document names a reseller that does not exist.
    public static let resellerUnknown = DiagnosticCode(
        "reseller-unknown", .error,
        reason: "`reseller` names a reseller of the installation by its id. A configuration "
            + "without an Installation has the single reseller `root`.",
        remedy: "Correct the id, or add the reseller to the installation.")
}

/// Rule: a reseller that a document names exists.
enum KnownResellers {
    static func check(
        _ reseller: String, at node: Node, in model: Model,
        _ suggestions: inout NameSuggestions
    ) -> Diagnostic? {
        let installation = model.installation
        guard installation.isComplete, installation.reseller(reseller) == nil else { return nil }
        let onlyRoot =
            installation.node == nil ? "without an Installation, the only reseller is `root`" : nil
        return Diagnostic(
            .resellerUnknown, "there is no reseller `\(reseller)`", at: node,
            hint: suggestions.hint(for: reseller) ?? onlyRoot ?? suggestions.listing)
    }
}
