import Configuration
import Deployment
import Files
import SourceText

/// A bundle on its way to a file that only its owner can read.
final class BundleFile {
    private let bundle: Bundle
    private let file: AtomicFile

    init(_ bundle: Bundle, path: String) throws(FileError) {
        self.bundle = bundle
        file = try AtomicFile(path: path, isPrivate: true)
    }

    /// Writes the bundle, but does not give the file its name.
    ///
    /// - Parameter state: knows the numbers of the connectors.
    func write(_ state: DeployedState?) throws(FileError) {
        try bundle.bytes(state).withUnsafeBufferPointer { bytes throws(FileError) in
            try file.write(UnsafeRawBufferPointer(bytes))
        }
        try file.complete()
    }

    /// Gives the written file its name.
    func publish() throws(Failure) {
        do {
            try file.publish()
        } catch {
            throw Failure(
                .couldNotRun, "the bundle was not written: \(error.message)",
                hint: "the state is as said; run `connectorctl bundle --out FILE`")
        }
    }
}

extension Bundle {
    /// The bundle for `actor`, with all secrets that it needs from the environment and from files.
    /// Reports those that are not there, and ends the command.
    init(readingSecretsOf configuration: LoadedConfiguration, for actor: String) throws {
        let secrets = SecretResolver(configuration, environment: Terminal.variableBytes)
        self.init(configuration, for: actor, secrets)
        guard !findings.isEmpty else { return }
        try Findings(findings, in: configuration).write(.text, to: .standardError)
        try ExitStatus.couldNotRun.end()
    }
}

extension StatePlace {
    /// - Throws: `Failure` if an output would take the place of the state or its keys.
    func checkIsNone(of path: String, option: String) throws(Failure) {
        let own = [statePath, keysPath]
        let isOwn = own.contains { Self.isSame($0, path) } || Self.looksLikeOne(path)
        guard isOwn else { return }
        throw Failure(
            .usage, "\(option) names `\(path)`, which belongs to the state of the installation",
            hint: "name another file")
    }

    /// Whether the file at `path` begins as a state and a key file do, whatever it is called: nothing
    /// brings back a key that was written over.
    static func looksLikeOne(_ path: String) -> Bool {
        guard let file = try? OpenFile.open(path), let head = try? file.head(64) else {
            return false
        }
        let text = String(decoding: head, as: UTF8.self)
        return text.prefixMatch(of: /{"formatVersion":[0-9]+,"lineage":"/) != nil
    }

    /// Whether both paths lead to the same place, whether something is there or not.
    static func isSame(_ one: String, _ other: String) -> Bool {
        ByteOrder.equal(place(one), place(other))
    }

    private static func place(_ path: String) -> String {
        (try? Folder.resolved(path)) ?? Folder.absolute(path)
    }
}
