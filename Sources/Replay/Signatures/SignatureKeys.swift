public import Events
public import HashKeys

/// The keys with which the results of each connector are signed and verified.
public struct SignatureKeys: Sendable {
    /// By the index of the connector in the setup: the key that signs, then others that verify as
    /// well; none where the connector has no key.
    private let keys: [[HashKey]]

    /// A connector's shared key is in an environment variable that is not set, or empty.
    public struct MissingVariable: Error, Sendable, Equatable {
        public let name: String
        public let connector: String
    }

    /// The keys of the configured connectors in a key file. `environment` gives the value of a
    /// variable.
    ///
    /// A key file has more than one ring while a change is being made. Which of them will stay
    /// depends on whether the state has been written, which is not known here. Either may have
    /// signed, so that all verify, in their order; the first one signs.
    public init(
        _ file: KeyFile, for setup: ReplaySetup, environment: (String) -> String?
    ) throws(MissingVariable) {
        var keys: [[HashKey]] = []
        for connector in setup.connectors {
            var own: [HashKey] = []
            for entry in file.rings.compactMap({ $0[connector.id] }) {
                for key in try Self.keys(of: entry, environment) where !own.contains(key) {
                    own.append(key)
                }
            }
            keys.append(own)
        }
        self.keys = keys
    }

    private static func keys(
        of entry: KeyEntry, _ environment: (String) -> String?
    ) throws(MissingVariable) -> [HashKey] {
        if let keys = entry.keys(environment) {
            return [keys.current, keys.previous].compactMap(\.self)
        }
        guard case .environment(let name) = entry.source else { return [] }
        throw MissingVariable(name: name, connector: entry.connector)
    }

    /// The key that signs the results of a connector; nil if it has none.
    func signingKey(ofConnector index: Int) -> HashKey? { keys[index].first }

    /// The keys that verify the results of a connector.
    func verifyingKeys(ofConnector index: Int) -> [HashKey] { keys[index] }
}

extension SignatureKeys {
    /// Whether `result` has a signature of the connector at this index of the setup.
    public func verify(_ result: SignedResult, connector index: Int) -> Bool {
        guard let signature = result.signature else { return false }
        return verifyingKeys(ofConnector: index)
            .contains { $0.verifies(signature, of: result.text) }
    }
}
