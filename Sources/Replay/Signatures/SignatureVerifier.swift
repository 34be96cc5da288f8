internal import Events
internal import HashKeys

/// Verifies the signatures of one ledger's results, and counts what it finds.
final class SignatureVerifier {
    private let keys: SignatureKeys
    private var reader = ResultReader()
    /// In the order of the configuration.
    private(set) var tallies: [SignatureTally]

    init(_ keys: SignatureKeys, connectorCount: Int) {
        self.keys = keys
        tallies = [SignatureTally](repeating: SignatureTally(), count: connectorCount)
    }

    /// Whether the result in `text` has a signature of this connector; none does where the attempt
    /// has no connector.
    func verifies(_ text: ByteSlice, connector: Int?) -> Bool {
        guard let connector else { return false }
        guard let signature = reader.read(text).signature else {
            tallies[connector].missing += 1
            return false
        }
        let isValid = keys.verifyingKeys(ofConnector: connector)
            .contains { $0.verifies(signature.buffer, of: reader.text.bytes) }
        if isValid { tallies[connector].valid += 1 } else { tallies[connector].invalid += 1 }
        return isValid
    }
}
