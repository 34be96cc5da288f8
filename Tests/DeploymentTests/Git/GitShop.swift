import Foundation
import TestSupport
import Testing

/// The shop in a git repository of its own, with one commit.
struct GitShop {
    var shop: Shop

    init(shop: Shop, temporaryFolder: String) {
        self.shop = shop
        self.shop.environment["TMPDIR"] = temporaryFolder
    }

    init() throws {
        shop = try Shop()
        try git("init", "--quiet")
        try commit()
    }

    /// Commits all that is there.
    func commit() throws {
        try git("add", "--all")
        try git("commit", "--quiet", "--message", "a commit")
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        // Nothing of the user's own settings.
        let settings = [
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "test", "GIT_AUTHOR_EMAIL": "test@test.example",
            "GIT_COMMITTER_NAME": "test", "GIT_COMMITTER_EMAIL": "test@test.example",
        ]
        let outcome = try Program.startShell(
            "cd \"$1\" && shift && exec git \"$@\"", [shop.folder.path] + arguments,
            environment: settings
        ).outcome()
        try #require(outcome.exitCode == 0, "\(outcome.errorText)")
        return outcome.text
    }

    func plan(_ more: String..., against revision: String = "HEAD") throws -> Program.Outcome {
        try shop.run("plan", "--config", "config", more: ["--against-git", revision] + more)
    }

    /// Everything in the repository but what git keeps to be fast, with times.
    func repository() throws -> [String] {
        let script = "cd \"$1\" && find . -type f -printf '%p %T@ %s\\n' | sort"
        return try Program.startShell(script, [shop.folder.path]).outcome().text
            .split(separator: "\n").map(String.init)
    }
}
