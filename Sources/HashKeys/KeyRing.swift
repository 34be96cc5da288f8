package import SourceText

/// The hash keys of an installation's connectors at one serial of its state.
public struct KeyRing: Sendable {
    /// The serial of the state that these keys belong to; 0 before the first change.
    public var serial: Int
    /// Keys the digests of secrets in plain text and the fingerprints of shared keys, so that neither can
    /// be guessed from a state; tells nothing of any connector.
    public var salt: HashKey
    /// By connector, in the order of creation.
    public var entries: [KeyEntry]

    public init(serial: Int, salt: HashKey = .random(), entries: [KeyEntry] = []) {
        self.serial = serial
        self.salt = salt
        self.entries = entries
    }

    /// The entries by their connectors, for whoever looks at many.
    package var byConnector: [ExactText: KeyEntry] {
        entries.byExactText(\.connector)
    }

    /// The entry of `connector`.
    public subscript(connector: String) -> KeyEntry? {
        entries.first { ByteOrder.equal($0.connector, connector) }
    }
}

/// The key of one connector.
public struct KeyEntry: Sendable {
    public let connector: String
    public var source: Source

    /// Where the key comes from.
    public enum Source: Sendable {
        /// Generated here. The previous one still verifies until the next rotation.
        case generated(HashKey, previous: HashKey?)
        /// Shared: the environment variable that holds it.
        case environment(String)
    }

    public init(connector: String, source: Source) {
        self.connector = connector
        self.source = source
    }

    /// The key, and those that verify as well; nil if `environment` does not hold it.
    public func keys(
        _ environment: (String) -> String?
    ) -> (current: HashKey, previous: HashKey?)? {
        switch source {
        case .generated(let key, let previous): return (key, previous)
        case .environment(let name):
            guard let key = environment(name).flatMap(HashKey.init(shared:)) else { return nil }
            return (key, nil)
        }
    }
}
