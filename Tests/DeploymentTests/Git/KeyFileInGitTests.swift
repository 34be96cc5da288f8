import Foundation
import TestSupport
import Testing

@Suite("A key file in a git work tree")
struct KeyFileInGitTests {
    private static let warning = "warning: git does not ignore the key file `"

    private static func apply(_ shop: Shop, _ keys: String) throws -> Program.Outcome {
        try shop.run("apply", "--config", "config", "--auto-approve", more: ["--keys", keys])
    }

    /// The line that the warning offers.
    private static func line(_ outcome: Program.Outcome) throws -> String {
        let lines = outcome.errorText.split(separator: "\n", omittingEmptySubsequences: false)
        let position = try #require(lines.firstIndex { $0.hasSuffix("of the repository:") })
        #expect(lines[position + 1].isEmpty && lines[position + 3].isEmpty)
        #expect(lines[position + 2].hasPrefix("    /"))
        return String(lines[position + 2].dropFirst(4))
    }

    @Test(
        "that git would take is warned of, with the line that is about it and no other file",
        arguments: [
            "connectorctl.keys.json", "deploy/keys.json", "a b/c d.json", "#keys.json",
            "!keys.json", " keys.json", "keys.json ", "keys.json  ", "k*.json", "k?.json",
            "[k].json", "[k]/[a-z].json", "k\\.json", "k\\*.json", "ключи.json", "k\n.json",
            "k\t.json", "k\r", "k\u{200B}.json", ":keys.json", ":(top)keys.json", "./keys.json",
            "deploy/../keys.json", "**/keys.json", "keys'.json", "-keys.json",
        ])
    func line(name: String) throws {
        let shop = try GitShop().shop
        let git = GitShop(shop: shop, temporaryFolder: shop.folder.path)
        for folder in ["deploy", "a b", "[k]", "**"] {
            try shop.folder.write(folder + "/.keep", "")
        }
        // What is like it; only where a character cannot be in a line may another one be there.
        let hasSign = name.contains { "\n\t\r\u{200B}".contains($0) }
        let others = ["k.json", "kwxyz.json", "a.json", "k/a.json", "xkeys.json", "keys.jsonx"]
        for other in others + (hasSign ? [] : ["kx.json"]) where other != name {
            try shop.folder.write(other, "")
            try shop.folder.write("sub/" + other, "")
        }
        let keys = name.hasPrefix("-") ? shop.folder.path(name) : name
        let outcome = try Self.apply(shop, keys)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.errorText.contains(Self.warning))
        let line = try Self.line(outcome)
        try shop.folder.write(".gitignore", "# ours\n\(line)\n")
        let isIgnored = try git.git("--literal-pathspecs", "status", "--short", "--ignored", "-z")
        let ignored = isIgnored.split(separator: "\0").filter { $0.hasPrefix("!!") }
        #expect(ignored.count == 1, "\(line): \(isIgnored)")
        let path = URL(filePath: shop.folder.path(name)).standardized.path
        #expect(path.hasSuffix(try #require(ignored.first).dropFirst(3)))
        let again = try Self.apply(shop, keys)
        #expect(again.exitCode == 0)
        #expect(!again.errorText.contains("git"), "\(again.errorText)")
    }

    @Test("is warned of by every command that writes it")
    func commands() throws {
        let git = try GitShop()
        #expect(try Self.apply(git.shop, "keys.json").errorText.contains(Self.warning))
        #expect(try Self.apply(git.shop, "keys.json").errorText.contains(Self.warning))
        let files = ["--config", "config", "--keys", "keys.json"]
        let rotation = try git.shop.run("rotate-key", "mobi", more: files)
        #expect(rotation.exitCode == 0 && rotation.errorText.contains(Self.warning))
        try git.shop.folder.write("nova.json", ImportTests.exported)
        let imported = try git.shop.run("import", "nova.json", more: files)
        #expect(imported.exitCode == 0 && imported.errorText.contains(Self.warning))
    }

    @Test(
        "that git has already is worse, and can be taken out",
        arguments: ["keys.json", "deploy/it's.json", ":k*.json"])
    func tracked(name: String) throws {
        let git = try GitShop()
        try git.shop.folder.write("deploy/.keep", "")
        try git.shop.folder.write(".gitignore", "*.json\n")
        let first = try Self.apply(git.shop, name)
        #expect(!first.errorText.contains("git"), "\(first.errorText)")
        try git.git("--literal-pathspecs", "add", "--force", "--", name)
        try git.git("commit", "--quiet", "--message", "by mistake")
        let outcome = try Self.apply(git.shop, name)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.contains("warning: git tracks the key file `\(name)`"))
        #expect(outcome.errorText.contains("connectorctl rotate-key"))
        _ = try Self.line(outcome)
        let command = try #require(
            outcome.errorText.split(separator: "`").first { $0.hasPrefix("git ") })
        let removal = try Program.startShell(
            "cd \"$1\" && \(command)", [git.shop.folder.path]
        ).outcome()
        #expect(removal.exitCode == 0, "\(command): \(removal.errorText)")
        #expect(try git.git("--literal-pathspecs", "ls-files", "--", name).isEmpty)
        #expect(git.shop.folder.read(name) != nil)
        #expect(try !Self.apply(git.shop, name).errorText.contains("git"))
    }

    @Test("is looked for where a link leads")
    func links() throws {
        let git = try GitShop()
        let outside = try TemporaryFolder()
        try Self.apply(git.shop, outside.path("keys.json")).expectSilence()
        try git.shop.folder.link("link.json", to: outside.path("keys.json"))
        try Self.apply(git.shop, "link.json").expectSilence()

        let plain = try Shop()
        let other = try GitShop()
        try plain.folder.link("link.json", to: other.shop.folder.path("keys.json"))
        // A link that leads to nothing yet is replaced.
        try other.shop.folder.write("keys.json", "")
        try FileManager.default.removeItem(atPath: other.shop.folder.path("keys.json"))
        _ = try Self.apply(plain, other.shop.folder.path("keys.json"))
        let outcome = try Self.apply(plain, "link.json")
        #expect(outcome.errorText.contains(Self.warning))
        #expect(try Self.line(outcome) == "/keys.json")
    }

    @Test("is nobody's business where there is no git, no work tree, or no answer")
    func silence() throws {
        let shop = try Shop()
        try Self.apply(shop, "keys.json").expectSilence()
        var git = try GitShop()
        git.shop.environment["PATH"] = "/nonexistent"
        try Self.apply(git.shop, "keys.json").expectSilence()
        git.shop.environment["PATH"] = nil
        git.shop.environment["TMPDIR"] = "/nonexistent"
        try Self.apply(git.shop, "keys.json").expectSilence()
        git.shop.environment["TMPDIR"] = nil
        #expect(try Self.apply(git.shop, "keys.json").errorText.contains(Self.warning))
        let inside = try git.shop.run(
            "apply", "--config", "config", "--auto-approve",
            more: ["--state", "other.json", "--keys", ".git/keys.json"])
        try inside.expectSilence()
        try git.shop.folder.write(".git/HEAD", "broken")
        try Self.apply(git.shop, "keys.json").expectSilence()
    }
}

extension Program.Outcome {
    /// Expects success without a word about git.
    fileprivate func expectSilence(_ place: SourceLocation = #_sourceLocation) throws {
        #expect(exitCode == 0, "\(errorText)", sourceLocation: place)
        #expect(!errorText.contains("git"), "\(errorText)", sourceLocation: place)
    }
}
