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

    private let places: [ExactText: Int]

    init(
        lineage: String, serial: Int, installation: String?, lastNumber: Int,
        connectors: [DeployedConnector], methods: [Resource]
    ) {
        self.lineage = lineage
        self.serial = serial
        self.installation = installation
        self.lastNumber = lastNumber
        self.connectors = connectors
        self.methods = methods
        let pairs = connectors.enumerated().map { (ExactText($1.resource.id), $0) }
        places = Dictionary(pairs) { first, _ in first }
    }

    /// The connector with this identifier.
    public func connector(_ id: String) -> DeployedConnector? {
        places[ExactText(id)].map { connectors[$0] }
    }

    /// How many payment methods each connector has, by its identifier.
    public var instances: [String: Int] {
        methods.reduce(into: [:]) { $0[$1.connector, default: 0] += 1 }
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
