import Files
import SourceText

/// What git would do with a key file that lies in a work tree.
struct KeyFileInGit {
    enum Finding: Equatable {
        /// It is in the index already, and mostly in commits.
        case isTracked
        /// The next `git add` of its folder takes it.
        case isNotIgnored
    }

    let finding: Finding
    /// The folder that it is in, and its name there.
    private let folder: String
    private let name: String
    /// The folder's path from the top of the work tree, empty or with a slash at its end.
    private let prefix: String

    /// Nil if git would not take it, also where there is no git, or it cannot say: nothing depends on that.
    ///
    /// - Parameter keys: the path of the key file; what a link leads to is what is committed.
    init?(_ keys: String) {
        guard let resolved = try? Folder.resolved(keys) else { return nil }
        let isLink = !ByteOrder.equal(resolved, Folder.absolute(keys))
        folder = PathText.parent(isLink ? resolved : keys)
        name = PathText.name(resolved)
        let git = Git(folder: folder)
        guard let prefix = git.prefix, let isTracked = git.tracks(name) else { return nil }
        self.prefix = prefix
        finding = isTracked ? .isTracked : .isNotIgnored
        if !isTracked, git.ignores(name) ?? true { return nil }
    }

    /// What to say of the key file that the user calls `keys`.
    func notice(_ keys: String) -> Notice {
        let line = IgnoreLine.text(for: prefix + name)
        switch finding {
        case .isNotIgnored:
            return Notice(
                .warning, "git does not ignore the key file `\(keys)`, and may commit it",
                hint: "add this line to the .gitignore at the top of the repository:", line: line)
        case .isTracked:
            return Notice(
                .warning,
                "git tracks the key file `\(keys)`: whoever has the repository has the hash keys",
                hint:
                    "run `\(removal)`, replace the keys with `connectorctl rotate-key`, and add this "
                    + "line to the .gitignore at the top of the repository:", line: line)
        }
    }

    /// The command that takes the file out of the index, and leaves it where it is.
    private var removal: String {
        let isPattern =
            name.utf8.first == UInt8(ascii: ":") || name.utf8.contains { "*?[\\".utf8.contains($0) }
        let words =
            ["git"] + (folder == "." ? [] : ["-C", folder])
            + (isPattern ? ["--literal-pathspecs"] : []) + ["rm", "--cached", "--", name]
        return words.map(ShellText.quoted).joined(separator: " ")
    }
}

extension StateOptions {
    /// Warns if git would take the key file, or has it.
    func warnOfGit() throws {
        try KeyFileInGit(keys)?.notice(keys).report()
    }
}

/// Questions to git about a folder. Each answer is nil if git cannot be asked, or does not know.
private struct Git {
    let folder: String

    /// The folder's path from the top of its work tree, empty or with a slash at its end; nil if it is in no
    /// work tree.
    var prefix: String? {
        guard let output = answer(["rev-parse", "--is-inside-work-tree", "--show-prefix"]),
            output.exitCode == 0
        else { return nil }
        let lines = output.output.split(
            separator: ASCII.lineFeed, maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2, lines[0].elementsEqual("true".utf8) else { return nil }
        return String(validating: lines[1].dropLast(), as: UTF8.self)
    }

    /// Whether the index has a file of the folder.
    func tracks(_ name: String) -> Bool? {
        guard let output = answer(["--literal-pathspecs", "ls-files", "-z", "--", name]),
            output.exitCode == 0
        else {
            return nil
        }
        return !output.output.isEmpty
    }

    /// Whether a file of the folder is ignored.
    func ignores(_ name: String) -> Bool? {
        // It takes names as they are, except for a colon at the start.
        switch answer(["check-ignore", "-q", "--", "./" + name])?.exitCode {
        case 0: true
        case 1: false
        default: nil
        }
    }

    private func answer(_ arguments: [String]) -> ChildProcess.Outcome? {
        // What cannot be asked is not a reason to fail: the change has been made.
        try? GitRepository.run(
            ["-c", "core.fsmonitor=false"] + arguments, in: folder)
    }
}
