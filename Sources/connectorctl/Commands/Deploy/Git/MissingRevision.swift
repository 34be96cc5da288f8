import SourceText

/// What to do about a revision that a clone does not have, because it does not have every commit or branch.
extension GitRepository {
    /// Nil if the clone is whole.
    func fetchHint(for revision: String) throws -> String? {
        let remotes = try remotes()
        if let known = try remotes.map({ $0 + "/" + revision }).first(where: { try has($0) }) {
            return "did you mean `\(known)`?"
        }
        let isShallow = try says("true", ["rev-parse", "--is-shallow-repository"])
        let named = try remoteBranch(revision, of: remotes)
        let branch = try named ?? onlyBranch(revision, of: remotes)
        // Fetching makes no branch of the clone's own, and a plain name is not looked for among the others.
        let comparison =
            named == nil ? branch.map { ", and compare with `\($0.remote)/\($0.name)`" } ?? "" : ""
        guard isShallow else {
            guard let branch, try !fetchesAll(branch.remote) else { return nil }
            return "not every branch was fetched: run `git fetch \(branch.refspec)`" + comparison
        }
        let command = branch.map { "git fetch --depth=1 \($0.refspec)" } ?? "git fetch --unshallow"
        return
            "this is a shallow clone: run `\(command)`, or set `fetch-depth: 0` where the workflow "
            + "checks out the repository" + comparison
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

    private func remotes() throws -> [String] {
        String(decoding: try run(["remote"]).output, as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }

    /// The branch of a remote repository that a revision such as `origin/main` names.
    private func remoteBranch(_ revision: String, of remotes: [String]) throws -> RemoteBranch? {
        for remote in remotes {
            for prefix in ["", "remotes/", "refs/remotes/"].map({ $0 + remote + "/" })
            where revision.utf8.starts(with: prefix.utf8) {
                let name = String(Substring(revision.utf8.dropFirst(prefix.utf8.count)))
                return try isBranchName(name) ? RemoteBranch(remote: remote, name: name) : nil
            }
        }
        return nil
    }

    /// The branch that a name without a repository means if there is one remote repository.
    private func onlyBranch(_ revision: String, of remotes: [String]) throws -> RemoteBranch? {
        let isCommit =
            revision.utf8.count >= 4
            && revision.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit)
        guard remotes.count == 1, !isCommit, !revision.utf8.starts(with: "refs/".utf8),
            try isBranchName(revision)
        else { return nil }
        return RemoteBranch(remote: remotes[0], name: revision)
    }

    /// Whether it is the name of a branch, and not what git writes for another, such as `@{-1}`.
    private func isBranchName(_ name: String) throws -> Bool {
        try says(name, ["check-ref-format", "--branch", name])
    }

    private func has(_ revision: String) throws -> Bool {
        try run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
            .exitCode == 0
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
