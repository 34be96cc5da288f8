import Configuration
import Deployment
import Files

/// Keeps a command from writing over, or removing, a file that it reads or that another of its options
/// names, however its path is spelt. Each command says what it reads and writes, and has that checked
/// before it writes anything.
struct OutputGuard {
    private var uses: [FileUse] = []
    private var targets: [FileTarget] = []

    // MARK: What is read

    /// `-` is standard input.
    mutating func reads(_ paths: [String], as role: FileUse.Role) {
        for path in paths where path != "-" { uses.append(FileUse(path, role)) }
    }

    mutating func reads(_ path: String?, as role: FileUse.Role) {
        if let path { reads([path], as: role) }
    }

    /// The state of an installation, which another command may be changing.
    mutating func reads(_ paths: StatePaths) {
        reads(paths.files.flatMap { [$0.path] + $0.beside }, as: .state)
    }

    // MARK: What is written

    mutating func writes(_ path: String?, by option: String) {
        guard let path else { return }
        targets.append(FileTarget(path, by: option, .replaced))
    }

    /// Files in a folder; `removed` are those that go if an earlier run has left them.
    mutating func writes(
        _ names: [String], removing removed: [String] = [], in folder: String, by option: String
    ) {
        targets.append(FileTarget(folder, by: option, .folder))
        for (names, effect) in [
            (names, FileTarget.Effect.replacedInFolder), (removed, .removedFromFolder),
        ] {
            targets += names.map {
                FileTarget(PathText.join(folder, $0), by: option, effect)
            }
        }
    }

    /// A state and its keys, with what is written beside them.
    mutating func writes(_ paths: StatePaths) {
        for (option, file) in zip(["--state", "--keys"], paths.files) {
            for path in [file.path] + file.beside {
                targets.append(FileTarget(path, by: option, .stateWritten))
            }
        }
    }

    // MARK: The check

    /// - Throws: `Failure` if an output would replace or remove a file that is not to be.
    func check() throws(Failure) {
        let uses = uses + streams
        for (index, target) in targets.enumerated() {
            if OutputPath.isStandardOutput(target.path) { throw target.refusalOfStandardOutput }
            for use in uses where use.identity.isSame(as: target.identity) {
                throw target.refusal(of: use)
            }
            for other in targets[..<index]
            where other.option != target.option && other.identity.isSame(as: target.identity) {
                throw target.refusal(of: FileUse(other.path, .output(other.option), other.identity))
            }
            if case .stateWritten = target.effect { continue }
            if StateRecognition.holdsState(target.path) { throw target.refusalOfState }
        }
    }

    /// Checks once more, with the files of the configuration.
    func check(with configuration: LoadedConfiguration) throws(Failure) {
        // Looking at many files takes its time.
        guard !targets.isEmpty else { return }
        var all = self
        all.reads(configuration.files, as: .configuration)
        try all.check()
    }

    /// The files to which a shell has redirected the standard streams.
    private var streams: [FileUse] {
        let streams: [(name: String, role: FileUse.Role)] = [
            ("standard input", .standardInput),
            ("standard output", .standardOutput("standard output")),
            ("standard error", .standardOutput("standard error")),
        ]
        return streams.enumerated().compactMap { descriptor, stream in
            FileIdentity(openFile: Int32(descriptor)).map { FileUse(stream.name, stream.role, $0) }
        }
    }

    /// Removes what killed runs have left beside what will be written.
    func removeLeftovers() {
        var folders: Set<[UInt8]> = []
        for target in targets {
            let folder = PathText.parent(target.path)
            if folders.insert(Array(folder.utf8)).inserted { Leftovers.remove(from: folder) }
        }
    }
}
