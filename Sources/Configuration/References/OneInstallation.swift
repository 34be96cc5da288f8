import Documents
public import SourceText

extension DiagnosticCode {
    /// A configuration describes more than one installation.
    public static let installationDuplicate = DiagnosticCode(
        "installation-duplicate", .error,
        reason: "A configuration is for one installation; its resellers cannot come from two "
            + "documents.",
        remedy: "Remove all Installation documents but one, or split the configuration into "
            + "folders.")
}

/// Rule: there is at most one Installation.
enum OneInstallation {
    static func check(_ model: Model) -> [Diagnostic] {
        guard let first = model.installations.first?.node else { return [] }
        return model.installations.dropFirst().compactMap { installation in
            guard let node = installation.node?["kind"] else { return nil }
            return Diagnostic(
                .installationDuplicate, "the configuration already has an Installation", at: node,
                hint: "keep one of them; move its resellers there",
                notes: [.init("the first one is here", at: (first["kind"] ?? first).span)])
        }
    }
}
