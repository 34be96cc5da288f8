public import Documents

/// One thing that is wrong with an instance.
public struct Failure: Sendable {
    /// The keyword that refuses the value: `required`, `additionalProperties`, …
    public let keyword: String
    /// The offending node: for a key that is not allowed the key, for missing keys the object.
    public let instance: Node
    /// The keyword's value in the schema document, or the schema itself where it is `false`.
    public let schema: Node
    /// What is wrong and what was expected. Never shows the value of a secret.
    public let message: String
    /// What to write instead, such as the nearest declared key.
    public let hint: String?
    /// Whether the message says which of several alternatives it is about.
    var isRemarked = false
}
