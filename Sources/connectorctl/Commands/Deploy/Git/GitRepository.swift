import Files

/// The git repository that a folder lies in, read through git itself. Nothing in it is changed.
struct GitRepository {
    let folder: String

    /// - Throws: `Failure` if there is no git, or the folder is in no repository that it can read.
    init(holding folder: String) throws {
        self.folder = folder
        let found = try run(["rev-parse", "--git-dir"])
        guard found.exitCode == 0 else {
            throw Failure(
                .couldNotRun, "`\(folder)` is not in a git repository that can be read",
                hint: "git says:", quoting: Self.lines(found.errors))
        }
    }

    /// The object name of a revision's commit.
    ///
    /// - Throws: `Failure` if there is no such revision.
    func commit(_ revision: String) throws -> String {
        let found = try run([
            "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
        ])
        let name = Self.firstLine(found.output) ?? ""
        guard found.exitCode == 0, !name.isEmpty else {
            throw Failure(
                .couldNotRun, "there is no revision `\(revision)` in the repository of `\(folder)`",
                hint: try fetchHint(for: revision)
                    ?? "`git -C \(folder) log --oneline --all` shows the revisions")
        }
        return name
    }

    /// What git prints.
    ///
    /// - Throws: `Failure` if it does not do what it is asked to.
    func output(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
        let outcome = try run(arguments, input: input)
        guard outcome.exitCode == 0 else {
            throw Failure(
                .couldNotRun, "`git \(arguments[0])` failed with exit code \(outcome.exitCode)",
                hint: "git says:", quoting: Self.lines(outcome.errors))
        }
        return outcome.output
    }

    func run(_ arguments: [String], input: [UInt8] = []) throws -> ChildProcess.Outcome {
        guard let outcome = try Self.run(arguments, in: folder, input: input) else {
            throw Failure(
                .couldNotRun, "git is not installed, or not on the PATH",
                hint: "install it, or plan against the state")
        }
        return outcome
    }

    /// Runs git in a folder; nil if there is no git.
    static func run(
        _ arguments: [String], in folder: String, input: [UInt8] = []
    ) throws(FileError) -> ChildProcess.Outcome? {
        try ChildProcess.run(
            ["git", "-C", folder, "--no-pager"] + arguments, input: input, environment: environment)
    }

    /// The repository is the one that the folder lies in, also where a hook of another one runs this
    /// program; no lock is taken, nothing fetched and nobody asked.
    private static let environment: [String: String?] = [
        "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
        "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
        "GIT_NAMESPACE": nil, "GIT_COMMON_DIR": nil, "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
    ]

    /// The lines of a text, without tabs and without empty lines at its ends.
    private static func lines(_ bytes: [UInt8]) -> [String] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self).replacing("\t", with: "    ")
        }
        return Array(lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed())
    }

    static func firstLine(_ bytes: [UInt8]) -> String? {
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        return line.isEmpty ? nil : line
    }
}
