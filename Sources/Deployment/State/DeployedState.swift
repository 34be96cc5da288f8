internal import SourceText

/// What an installation has (contract, section 10). It may be committed: it holds no key and no secret.
public struct DeployedState: Sendable {
    /// Tells one installation's state from any other; made with the first change.
    public let lineage: String
    /// Grows by one with every change.
    public let serial: Int
    /// The identifier of the installation; nil where its configuration has none.
    public let installation: String?
    /// The highest number that a connector has or had.
    public let lastNumber: Int
    /// In the order of their numbers.
    public let connectors: [DeployedConnector]
    /// In the order of their identifiers.
    public let methods: [Resource]

    /// The connector with this identifier.
    public func connector(_ id: String) -> DeployedConnector? {
        connectors.first { ByteOrder.equal($0.resource.id, id) }
    }

    /// The payment methods that use `connector`.
    public func methods(of connector: String) -> [Resource] {
        methods.filter { ByteOrder.equal($0.connector, connector) }
    }
}

/// A connector that an installation has.
public struct DeployedConnector: Sendable {
    /// 1, 2, … in the order of creation; never used again.
    public let number: Int
    /// Tells the hash key without giving it away.
    public let fingerprint: String
    public let resource: Resource
}
