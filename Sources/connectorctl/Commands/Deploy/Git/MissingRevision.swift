import SourceText

/// What to do about a revision that a clone does not have, because it does not have every commit or branch.
extension GitRepository {
    /// Nil if the clone is whole.
    func fetchHint(for revision: String) throws -> String? {
        let isShallow = try says("true", ["rev-parse", "--is-shallow-repository"])
        let branch = try remoteBranch(revision)
        guard isShallow else {
            guard let branch, try !fetchesAll(branch.remote) else { return nil }
            return "not every branch was fetched: run `git fetch \(branch.refspec)`"
        }
        let command = branch.map { "git fetch --depth=1 \($0.refspec)" } ?? "git fetch --unshallow"
        return
            "this is a shallow clone: run `\(command)`, or set `fetch-depth: 0` where the workflow "
            + "checks out the repository"
    }

    private struct RemoteBranch {
        let remote: String
        let name: String

        /// The arguments that fetch it to where a full clone would have it.
        var refspec: String {
            let target = ShellText.quoted("refs/remotes/\(remote)/\(name)")
            return "\(ShellText.quoted(remote)) \(ShellText.quoted(name)):\(target)"
        }
    }

    /// The branch of a remote repository that a revision such as `origin/main` names.
    private func remoteBranch(_ revision: String) throws -> RemoteBranch? {
        let remotes = String(decoding: try run(["remote"]).output, as: UTF8.self)
        for remote in remotes.split(separator: "\n") {
            for prefix in ["", "remotes/", "refs/remotes/"].map({ $0 + remote + "/" })
            where revision.utf8.starts(with: prefix.utf8) {
                let name = String(Substring(revision.utf8.dropFirst(prefix.utf8.count)))
                let isName = try run(["check-ref-format", "--branch", name]).exitCode == 0
                return isName ? RemoteBranch(remote: String(remote), name: name) : nil
            }
        }
        return nil
    }

    /// Whether all branches of a remote repository are fetched.
    private func fetchesAll(_ remote: String) throws -> Bool {
        let found = try run(["config", "--get-all", "remote.\(remote).fetch"])
        return String(decoding: found.output, as: UTF8.self).contains("refs/heads/*:")
    }

    private func says(_ answer: String, _ arguments: [String]) throws -> Bool {
        Self.firstLine(try run(arguments).output).map { ByteOrder.equal($0, answer) } ?? false
    }
}
