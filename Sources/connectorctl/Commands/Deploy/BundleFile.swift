import Configuration
import Deployment
import Files

/// A bundle on its way to a file that only its owner can read.
struct BundleFile {
    private let bundle: Bundle
    private let file: AtomicFile

    init(_ bundle: Bundle, path: String) throws(FileError) {
        self.bundle = bundle
        file = try AtomicFile(path: path, isPrivate: true)
    }

    /// The file with the bundle in it, complete except for its name.
    ///
    /// - Parameter state: knows the numbers of the connectors.
    func written(for state: DeployedState?) throws(FileError) -> AtomicFile {
        try file.write(bundle.bytes(state))
        try file.complete()
        return file
    }
}

extension Bundle {
    /// The bundle for `actor`, with all secrets that it needs from the environment and from files.
    /// Reports those that are not there, and then ends the command.
    init(readingSecretsOf configuration: LoadedConfiguration, for actor: String) throws {
        let secrets = SecretResolver(configuration, environment: Terminal.variableBytes)
        self.init(configuration, for: actor, secrets)
        guard !(findings + warnings).isEmpty else { return }
        try Findings(findings + warnings, in: configuration).write(to: .standardError)
        if !findings.isEmpty { try ExitStatus.couldNotRun.end() }
    }
}
