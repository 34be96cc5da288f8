internal import SourceText

/// What an installation has (spec/deployment.md). It may be committed: it holds no key and no secret.
public struct DeployedState: Sendable {
    /// The version of the format in which it was kept; the current one for a state that was made here.
    public let formatVersion: Int
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

    private let indices: [ExactText: Int]

    init(
        formatVersion: Int = StateFile.formatVersion, lineage: String, serial: Int,
        installation: String?, lastNumber: Int, connectors: [DeployedConnector],
        methods: [Resource]
    ) {
        self.formatVersion = formatVersion
        self.lineage = lineage
        self.serial = serial
        self.installation = installation
        self.lastNumber = lastNumber
        self.connectors = connectors
        self.methods = methods
        indices = connectors.indices.byExactText { connectors[$0].resource.id }
    }

    /// Whether an earlier version of the program wrote it: the next change rewrites it.
    public var isOfEarlierFormat: Bool { formatVersion < StateFile.formatVersion }

    /// Whether it was kept with plain fingerprints of shared keys, which could be guessed from.
    var hasPlainFingerprints: Bool { formatVersion < 2 }

    /// The connector with this identifier.
    public func connector(_ id: String) -> DeployedConnector? {
        indices[ExactText(id)].map { connectors[$0] }
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
    /// Tells the hash key without giving it away. Nil for a shared key in a state of format 1 that was
    /// read without its keys: from the plain one the key could be guessed.
    public let fingerprint: String?
    public let resource: Resource

    /// Whether an environment variable holds its hash key, which somebody else has made.
    public var hasSharedKey: Bool { resource.keyVariable != nil }

    func with(_ resource: Resource) -> DeployedConnector {
        DeployedConnector(number: number, fingerprint: fingerprint, resource: resource)
    }

    func with(fingerprint: String?) -> DeployedConnector {
        DeployedConnector(number: number, fingerprint: fingerprint, resource: resource)
    }
}

extension DeployedState {
    /// The state as this program spells it, so that a plan shows what is to change and nothing else.
    func upgraded(to desired: DesiredState) -> DeployedState {
        isOfEarlierFormat ? FormatUpgrade(desired: desired).upgraded(self) : self
    }

    /// The state in the current format, with these resources.
    func upgraded(connectors: [DeployedConnector], methods: [Resource]) -> DeployedState {
        DeployedState(
            lineage: lineage, serial: serial, installation: installation, lastNumber: lastNumber,
            connectors: connectors, methods: methods)
    }

    /// The state with the fingerprints of shared keys as `fingerprint` gives them.
    func withSharedFingerprints(
        _ fingerprint: (DeployedConnector) -> String?
    ) -> DeployedState {
        DeployedState(
            formatVersion: formatVersion, lineage: lineage, serial: serial,
            installation: installation, lastNumber: lastNumber,
            connectors: connectors.map { connector in
                connector.hasSharedKey
                    ? connector.with(fingerprint: fingerprint(connector)) : connector
            }, methods: methods)
    }
}
