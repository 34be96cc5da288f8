import Deployment
import Files
import Foundation
import HashKeys
import TestSupport
import Testing

/// An installation whose files an earlier version of the program has written, with formatVersion 1.
struct FormatOne {
    let installed: Installed

    /// Its shared key is `hunter2`, of which the files hold the plain fingerprint.
    static let plainFingerprint = "f52fbd32b2b3b86f"
    /// The salted ones, computed by another implementation.
    static let salted = ["acme": "f8fe96392386414c", "mobi": "1e5ed6cc6f5c5f28"]
    static let generated = "ac5bd5f070443127"

    /// - Parameter change: what the files are of: none, or a change that was broken off.
    init(_ change: String = "") throws {
        installed = try Installed(Self.text("shop.yaml"))
        for name in ["state.json", "keys.json"] {
            let own = ProjectFiles.url(Self.path(change + "/" + name)).path
            guard FileManager.default.fileExists(atPath: own) || change != "first" else { continue }
            let isOwn = FileManager.default.fileExists(atPath: own)
            let text = try Self.text(isOwn ? change + "/" + name : name)
            // The path of a state that is to be written is that of the installation.
            let absolute = Folder.absolute(installed.paths.statePath)
            try installed.folder.writeSecret(
                name, bytes: text.replacing("STATE", with: absolute).utf8)
        }
    }

    private static func path(_ name: String) -> String {
        "Tests/DeploymentTests/Golden/format-1/" + name
    }

    static func text(_ name: String) throws -> String {
        try ProjectFiles.text(path(name))
    }

    func run(_ arguments: String..., more: [String] = []) throws -> Program.Outcome {
        try Program.run(arguments + installed.arguments + more, in: installed.folder.url)
    }

    /// The text of the state or the keys.
    func text(_ name: String) throws -> String {
        String(decoding: try #require(installed.folder.read(name)), as: UTF8.self)
    }

    /// Expects files of the current format, with salted fingerprints and the keys as they were.
    func expectUpgraded(serial: Int, at place: SourceLocation = #_sourceLocation) throws {
        let (state, keys) = (try text("state.json"), try text("keys.json"))
        for text in [state, keys] {
            #expect(text.hasPrefix("{\"formatVersion\":2,"), sourceLocation: place)
            #expect(text.contains("\"serial\":\(serial),"), sourceLocation: place)
            #expect(!text.contains(Self.plainFingerprint), sourceLocation: place)
        }
        for fingerprint in Self.salted.values {
            #expect(state.contains("\"fingerprint\":\"\(fingerprint)\""), sourceLocation: place)
        }
        let desired = try installed.desired(salt: try KeptState(at: installed.paths).ring?.salt)
        let kept = try KeptState(at: installed.paths)
        let plan = Plan(from: kept.state, to: desired, by: "root", isStrict: false)
        #expect(plan.changes.isEmpty, sourceLocation: place)
    }
}

@Suite("Files of format 1")
struct FormatOneTests {
    private static let note = "had format version 1, and was rewritten in version 2"

    @Test("show no fingerprint from which a shared key could be guessed")
    func fingerprints() throws {
        let old = try FormatOne()
        let alone = try KeptState(withoutKeysAt: old.installed.paths)
        let kept = try KeptState(at: old.installed.paths)
        for (id, salted) in FormatOne.salted {
            #expect(alone.state?.connector(id)?.fingerprint == nil)
            #expect(kept.state?.connector(id)?.fingerprint == salted)
        }
        for state in [alone.state, kept.state] {
            #expect(state?.formatVersion == 1 && state?.isOfEarlierFormat == true)
            #expect(state?.connector("till")?.fingerprint == FormatOne.generated)
        }
    }

    @Test("are listed with a dash for a shared key, and an explanation")
    func shown() throws {
        let old = try FormatOne()
        let files = ["--config", "config", "--state", "state.json"]
        for command in [["list"], ["show", "acme"]] {
            for format in ["text", "json"] {
                let outcome = try Program.run(
                    command + files + ["--format", format], in: old.installed.folder.url)
                #expect(outcome.exitCode == 0)
                #expect(!outcome.text.contains(FormatOne.plainFingerprint))
                #expect(outcome.errorText.contains("fingerprints of shared keys are not shown"))
                let sign = format == "json" ? "\"number\":1,\"fingerprint\":null" : " -\n"
                #expect(outcome.text.contains(sign), "\(outcome.text)")
            }
        }
        _ = try old.run("apply")
        let list = try Program.run(["list"] + files, in: old.installed.folder.url)
        #expect(list.text.contains("f8fe96392386414c\n"))
        #expect(!list.errorText.contains("fingerprints"))
    }

    @Test("are planned without a change, and not touched by that")
    func planned() throws {
        let old = try FormatOne()
        let before = old.installed.files
        let plan = try old.run("plan", "--detailed-exitcode")
        #expect(plan.exitCode == 0, "\(plan.errorText)")
        #expect(plan.text == "Plan: nothing to change\n")
        #expect(old.installed.files == before)
    }

    @Test("are rewritten by the next apply, which needs no key and changes nothing else")
    func applied() throws {
        let old = try FormatOne()
        let outcome = try old.run("apply")
        #expect(outcome.exitCode == 0, "nothing to ask about: \(outcome.errorText)")
        #expect(outcome.text.hasPrefix("Plan: nothing to change\n"))
        #expect(outcome.text.contains("f8fe96392386414c"))
        #expect(outcome.errorText.contains(Self.note))
        #expect(outcome.errorText.contains("shared keys (`acme`, `mobi`)"))
        try old.expectUpgraded(serial: 3)
        let keys = try old.text("keys.json")
        #expect(keys.contains("105453171bb622b3bcd23d136c785e2dcbe15d6558ba0cf35afb7216b796911b"))
        #expect(keys.contains("b52a074740a25fcb362c7fdd5f5afd3f996e81e29d1e82da5ca871de26391605"))
        let files = old.installed.files
        let again = try old.run("apply")
        #expect(again.exitCode == 0 && !again.errorText.contains(Self.note))
        #expect(old.installed.files == files)
    }

    @Test(
        "are rewritten by every other change, too",
        arguments: [
            ["apply", "--auto-approve"], ["rotate-key", "till"], ["rotate-key", "acme"],
            ["import", "nova.json"],
        ])
    func changed(command: [String]) throws {
        let old = try FormatOne()
        if command[0] == "apply" {
            try old.installed.describe(replacing: "name: Cash", with: "name: Kassa")
        }
        try old.installed.folder.write("nova.json", ImportTests.exported)
        let program = try Program.start(
            [command[0]] + old.installed.arguments
                + command.dropFirst().map { $0 == "nova.json" ? old.installed.folder.path($0) : $0 },
            environment: ["TEST_SHARED_KEY": "hunter2"])
        let outcome = program.outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.errorText.contains(Self.note))
        #expect(!(outcome.text + outcome.errorText).contains(FormatOne.plainFingerprint))
        if command.last == "acme" { #expect(outcome.text.contains("f8fe96392386414c")) }
        try old.expectUpgraded(serial: 3)
    }

    @Test("of plans are refused, and new ones of a state of format 1 carried out")
    func plans() throws {
        let old = try FormatOne()
        let before = old.installed.files
        try old.installed.folder.write("kept.plan.json", FormatOne.text("kept.plan.json"))
        let files = Array(old.installed.arguments.dropFirst(2))
        func apply() throws -> Program.Outcome {
            try Program.run(
                ["apply", "kept.plan.json", "--auto-approve"] + files, in: old.installed.folder.url)
        }
        let refused = try apply()
        #expect(refused.exitCode == 2)
        #expect(refused.errorText.contains("made by an earlier version of this program"))
        #expect(refused.errorText.contains("make a new plan"))
        #expect(old.installed.files == before)
        try old.installed.describe(replacing: "name: Cash", with: "name: Kassa")
        let planned = try old.run("plan", "--out", "kept.plan.json")
        #expect(planned.exitCode == 0, "\(planned.errorText)")
        let applied = try apply()
        #expect(applied.exitCode == 0, "\(applied.errorText)")
        #expect(
            applied.text.hasPrefix("~ payment method cash\n    name: \"Cash\" → \"Kassa\"\n\nPlan:")
        )
        try old.expectUpgraded(serial: 3)
    }

    @Test("have no shared key in the digests that plans have of them")
    func digests() throws {
        let old = try FormatOne()
        try old.installed.describe(replacing: "name: Cash", with: "name: Kassa")
        var plans: [String] = []
        for fingerprint in [FormatOne.plainFingerprint, "0123456789abcdef"] {
            let state = try FormatOne.text("state.json")
            try old.installed.folder.write(
                "state.json", state.replacing(FormatOne.plainFingerprint, with: fingerprint))
            #expect(try old.run("plan", "--out", "kept.plan.json").exitCode == 0)
            plans.append(try old.text("kept.plan.json"))
        }
        #expect(plans[0] == plans[1])
    }

    @Test(
        "that a broken-off change has left are gone on from",
        arguments: [("unwritten", 2), ("written", 3)])
    func brokenOff(change: String, serial: Int) throws {
        let old = try FormatOne(change)
        let state = try #require(try KeptState(at: old.installed.paths).state)
        #expect(state.serial == serial && state.formatVersion == 1)
        let key = try #require(state.connector("till")?.fingerprint)
        #expect(try old.run("apply").exitCode == 0)
        try old.expectUpgraded(serial: serial + 1)
        #expect(try old.text("state.json").contains("\"fingerprint\":\"\(key)\""))
        #expect(try old.text("keys.json").split(separator: "\"salt\"").count == 2)
    }

    @Test("that a broken-off first change has left are forgotten for the state that they name")
    func brokenOffFirst() throws {
        let old = try FormatOne("first")
        #expect(try KeptState(at: old.installed.paths).state == nil)
        let program = try Program.start(
            ["apply", "--auto-approve"] + old.installed.arguments,
            environment: ["TEST_SHARED_KEY": "hunter2"])
        #expect(program.outcome().exitCode == 0)
        #expect(try KeptState(at: old.installed.paths).state?.serial == 1)
        #expect(try !old.text("state.json").contains(FormatOne.plainFingerprint))
    }

    @Test("are found as they were, or rewritten, wherever the rewriting is broken off")
    func crashes() throws {
        var found: [Int: Int] = [:]
        for point in 1...12 {
            for moment in CrashTests.Crash.Moment.allCases {
                let old = try FormatOne()
                let crash = CrashTests.Crash(at: point, moment)
                _ = try? old.installed.apply(crash.fileSteps)
                let state = try #require(try KeptState(at: old.installed.paths).state)
                #expect(state.serial == (state.formatVersion == 1 ? 2 : 3))
                for (id, salted) in FormatOne.salted {
                    #expect(state.connector(id)?.fingerprint == salted)
                }
                try old.installed.apply()
                try old.expectUpgraded(serial: 3)
                found[state.formatVersion, default: 0] += 1
            }
        }
        print("broken off: format 1 found \(found[1] ?? 0) times, format 2 \(found[2] ?? 0) times")
        #expect(found[1] != nil && found[2] != nil)
    }
}
