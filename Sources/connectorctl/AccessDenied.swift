import SourceText

/// Only the root reseller may see and manage connectors.
enum AccessDenied {
    static func failure(_ reseller: String) -> Failure {
        Failure(
            .couldNotRun,
            "only the root reseller may see connectors, not `\(reseller)`", code: .accessDenied)
    }
}

extension DiagnosticCode {
    /// Somebody asks for what is not theirs.
    static let accessDenied = DiagnosticCode(
        "access-denied", .error,
        reason: "Only the root reseller may see and manage connectors; their settings hold what "
            + "all resellers' payments depend on.",
        remedy: "Ask as the root reseller, or let the root reseller do it.")
}
