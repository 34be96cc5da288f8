import HashKeys
import Replay

/// Key files named on the command line.
enum KeyFiles {
    /// The keys of the configured connectors in the file at `path`.
    ///
    /// - Throws: `Failure` if the file cannot be used, or a shared key is in no variable.
    static func keys(_ path: String, for setup: ReplaySetup) throws(Failure) -> SignatureKeys {
        let file = try open(path)
        do throws(SignatureKeys.MissingVariable) {
            return try SignatureKeys(file, for: setup, environment: Terminal.variable)
        } catch {
            throw Failure(
                .couldNotRun,
                "the key of connector `\(error.connector)` is in the environment variable "
                    + "`\(error.name)`, which is not set",
                hint: "set it to the key that is shared with the gateway")
        }
    }

    private static func open(_ path: String) throws(Failure) -> KeyFile {
        let file = try Failure.catching { () throws(KeyFileFailure) in try KeyFile.read(path) }
        guard let file else {
            throw Failure(
                .couldNotRun, "there is no key file `\(path)`",
                hint: "`connectorctl apply` writes it when it creates connectors")
        }
        return file
    }
}
