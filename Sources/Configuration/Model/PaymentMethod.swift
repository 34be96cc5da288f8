public import Documents

/// A way to pay: a connector plus values for the settings that it asks for.
public struct PaymentMethod: Sendable {
    public let id: String
    public let name: String
    /// The name as lists show it: not if an alias makes it a secret.
    public internal(set) var shownName: String
    /// The identifier of the connector; empty in a configuration with errors.
    public let connector: String
    /// The reseller as the document names it; nil: the root reseller.
    public let reseller: String?
    /// Whether clients may choose it.
    public let active: Bool
    /// The currencies that it accepts; nil: any.
    public let currencies: [String]?
    /// Secret references in them are opaque strings. Nil where the document gives none.
    public let settings: Node?
    /// The document.
    public let node: Node
    /// Whether nothing is wrong with the shape of the settings.
    let hasSoundSettings: Bool
}
