/// What an installation is to have, without what it was checked with.
public struct DesiredResources: Sendable {
    /// Nil where the configuration has no Installation.
    public let installation: String?
    /// In the order of their identifiers.
    public let connectors: [Resource]
    public let methods: [Resource]
}
