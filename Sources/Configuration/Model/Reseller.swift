public import Documents

/// One reseller of the installation.
public struct Reseller: Sendable {
    public let id: String
    public let name: String
    /// The identifier of the reseller above this one.
    public let parent: String?
    /// Where it is described; nil for the reseller `root` of a configuration without Installation.
    public let node: Node?

    /// Whether it says no parent at all.
    public var isRoot: Bool { parent == nil && node?["parent"] == nil }
}
