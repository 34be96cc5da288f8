/// Fingerprints tell keys apart without giving them away (`spec/deployment.md`).
extension KeyRing {
    /// The hexadecimal digits of a fingerprint.
    private static let digits = 16

    /// The fingerprint of the key of `entry`; nil if it is shared, and `environment` does not hold it.
    ///
    /// Whoever knows the state tries guesses of a key without asking anybody. That is hopeless for 32
    /// random bytes, but not for a key that somebody chose, so that this one's fingerprint is salted.
    public func fingerprint(
        of entry: KeyEntry, _ environment: (String) -> String?
    ) -> String? {
        switch entry.source {
        case .generated(let key, _): key.plainFingerprint
        case .environment:
            entry.keys(environment).map {
                salted($0.current.plainFingerprint, of: entry.connector)
            }
        }
    }

    /// The fingerprint of a connector's shared key, given `plain`, the first 16 digits of its SHA-256,
    /// which is all that a state of format 1 has.
    public func salted(_ plain: String, of connector: String) -> String {
        // The digests of secrets, which use the same salt, begin with other words. The connector is in it,
        // so that two connectors with one key do not show that they share it.
        let text = "shared-key/\(connector)\n\(plain)"
        return String(salt.signature(of: Array(text.utf8)).prefix(Self.digits))
    }
}
