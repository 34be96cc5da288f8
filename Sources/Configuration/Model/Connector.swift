public import Documents

/// How the platform talks to one payment gateway.
///
/// In a configuration with errors, `name` and `url` may be empty; the finding says why.
public struct Connector: Sendable {
    public let id: String
    public let name: String
    /// The name as lists show it: not if an alias makes it a secret.
    public internal(set) var shownName: String
    public let url: String
    /// The minutes after which an unanswered payment returns to waiting; nil: never.
    public let processingPeriodMinutes: Int?
    /// The reseller as the document names it.
    public let reseller: String?
    /// What describes the settings, from the document or a file of its own: a JSON Schema or, if it
    /// is an array, a settings form.
    public let settingsSchema: Node?
    /// Whether `format` in the schema is checked; nil if the document does not say.
    public let formatAssertion: Bool?
    /// The settings common to all payment methods, from the document or a file of its own. Secret
    /// references in it are opaque strings.
    public let staticSettings: Node?
    /// The document.
    public let node: Node
}
