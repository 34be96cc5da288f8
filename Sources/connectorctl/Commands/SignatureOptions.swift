import ArgumentParser
import Replay

/// The options of commands that verify signatures.
struct SignatureOptions: ParsableArguments {
    @Flag(
        help: """
            Apply a gateway.result only if its signature is right. Any other is an \
            invalid-signature anomaly. Needs --keys.
            """)
    var verifySignatures = false

    @Option(
        help: ArgumentHelp(
            "With --verify-signatures: the file with the connectors' hash keys.",
            valueName: "file"))
    var keys: String?

    func validate() throws {
        if verifySignatures && keys == nil {
            throw ValidationError("--verify-signatures needs --keys FILE.")
        }
        if keys != nil && !verifySignatures {
            throw ValidationError("--keys needs --verify-signatures.")
        }
    }

    /// The keys that signatures are verified with; nil if they are not verified.
    func signatureKeys(for setup: ReplaySetup) throws(Failure) -> SignatureKeys? {
        guard let keys else { return nil }
        return try KeyFiles.keys(keys, for: setup)
    }
}
