import ArgumentParser
import Files
import HashKeys
import Replay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Key files named on the command line.
enum KeyFiles {
    /// The keys of the configured connectors in the file at `path`.
    ///
    /// - Throws: `Failure` if the file cannot be used, or a shared key is in no variable.
    static func keys(_ path: String, for setup: ReplaySetup) throws(Failure) -> SignatureKeys {
        let file = try open(path)
        do throws(SignatureKeys.MissingVariable) {
            return try SignatureKeys(file, for: setup, environment: variable)
        } catch {
            throw Failure(
                .couldNotRun,
                "the key of connector `\(error.connector)` is in the environment variable "
                    + "`\(error.name)`, which is not set",
                hint: "set it to the key that is shared with the gateway")
        }
    }

    private static func open(_ path: String) throws(Failure) -> KeyFile {
        let file: KeyFile?
        do throws(KeyFileFailure) {
            file = try KeyFile.read(path)
        } catch {
            throw Failure(error)
        }
        guard let file else {
            throw Failure(
                .couldNotRun, "there is no key file `\(path)`",
                hint: "`connectorctl apply` writes it when it creates connectors")
        }
        return file
    }

    /// The value of an environment variable; nil if it is not set.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

extension Failure {
    /// Why a key file cannot be used, and how to mend it.
    init(_ failure: KeyFileFailure) {
        switch failure {
        case .file(let error): self.init(.couldNotRun, error.message)
        case .openToOthers(let path, let permissions):
            self.init(
                .couldNotRun,
                "others may read or write the key file `\(path)` (its mode is \(permissions))",
                hint: "run `chmod 600 \(path)`; if somebody may have read it, rotate its keys")
        case .damaged(let path, let line):
            self.init(
                .couldNotRun,
                "`\(path)` is no key file, or is damaged: line \(line) is not what it should be",
                hint: "name the file that `connectorctl apply` writes, or restore a copy of it")
        case .newerVersion(let path, let version):
            self.init(
                .couldNotRun,
                "the key file `\(path)` has version \(version), and this program reads "
                    + "\(KeyFile.formatVersion)",
                hint: "use the version of connectorctl that wrote it, or a later one")
        }
    }
}
