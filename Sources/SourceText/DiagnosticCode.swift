/// A kind of finding: its stable name, and what `connectorctl explain-code` says about it.
///
/// Each stage declares its codes as statics beside the rules that use them and lists them in one
/// array; the catalogue is the concatenation of these arrays.
public struct DiagnosticCode: Sendable, Hashable {
    /// Stable, kebab-case.
    public let name: String
    public let severity: Severity
    /// Why this is a finding.
    public let reason: String
    /// How to fix it.
    public let remedy: String

    public init(_ name: String, _ severity: Severity, reason: String, remedy: String) {
        self.name = name
        self.severity = severity
        self.reason = reason
        self.remedy = remedy
    }

    public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
        left.name == right.name
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
