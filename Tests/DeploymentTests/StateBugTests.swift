import Deployment
import Files
import Foundation
import HashKeys
import TestSupport
import Testing

/// Ways in which keys could be lost or changed in silence, found by people who tried.
@Suite("Keys are not lost")
struct StateBugTests {
    @Test(
        "to an output that is given their path",
        arguments: [
            ["plan", "--out"], ["apply", "--auto-approve", "--bundle"],
        ])
    func outputs(command: [String]) throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        let before = installed.files
        for name in ["keys.json", "state.json"] {
            let outcome = try Program.run(
                command + [installed.folder.path(name)] + installed.arguments)
            #expect(outcome.exitCode == 64, "\(outcome.errorText)")
        }
        let other = try Program.run(
            command + [
                installed.folder.path("keys.json"), "--config", installed.folder.path("config"),
                "--state", installed.folder.path("other.json"), "--keys",
                installed.folder.path("others.json"),
            ])
        #expect(other.exitCode == 64, "a key file is known by its content: \(other.errorText)")
        #expect(installed.files == before)
    }

    @Test("to a first change that was broken off, when the state is looked for elsewhere")
    func leftovers() throws {
        let installed = try Installed()
        let crash = CrashTests.Crash(at: 9, .before)
        try installed.apply(crash.fileSteps)
        let kept = try KeptState(at: installed.paths)
        #expect(kept.state?.serial == 1, "the state was written, and the keys not cleaned up")
        let before = installed.files
        var arguments = installed.arguments
        arguments[3] = installed.folder.path("typo.json")
        let outcome = try Program.run(["apply", "--auto-approve"] + arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("but the state that they belong to is not in"))
        #expect(installed.files == before)
        #expect(try installed.apply()?.serial == 1)
    }

    @Test("to keys of another time, or that are not there: a fingerprint must fit")
    func fingerprints() throws {
        let installed = try Installed()
        try installed.apply()
        let keys = String(
            decoding: try #require(installed.folder.read("keys.json")), as: UTF8.self)
        let lines = keys.split(separator: "\n", omittingEmptySubsequences: false)
        let without = lines.filter { !$0.contains("\"acme\"") }.joined(separator: "\n")
        let other = keys.replacing(try Regex("\"acme\",\"key\":\"....")) { _ in
            "\"acme\",\"key\":\"0123"
        }
        for damaged in [without, other] {
            try installed.folder.write("keys.json", damaged)
            chmod(installed.paths.keysPath, 0o600)
            let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
            #expect(outcome.exitCode == 2)
            #expect(outcome.errorText.contains("the key of connector `acme`"))
            #expect(String(decoding: installed.files[1] ?? [], as: UTF8.self) == damaged)
        }
    }

    @Test(
        "to a state and keys that would be one file",
        arguments: [
            ("x.json", "x.json"), ("k.json.new", "k.json"), ("s.json", "s.json.new"),
            ("s.json", "s.json.lock"), ("./x.json", "x.json"), ("", "k.json"),
        ])
    func collisions(names: (state: String, keys: String)) throws {
        let installed = try Installed()
        let outcome = try Program.run(
            [
                "apply", "--auto-approve", "--config", "config", "--state", names.state, "--keys",
                names.keys,
            ], in: installed.folder.url)
        #expect(outcome.exitCode == 64, "\(outcome.errorText)")
        #expect(try installed.folder.names == ["config"])
    }

    @Test("to a link, which is followed and keeps leading there")
    func links() throws {
        let installed = try Installed()
        try installed.folder.write("shared/readme", "")
        try installed.folder.link("state.json", to: "shared/s.json")
        try installed.folder.link("keys.json", to: "shared/k.json")
        try installed.folder.write("shared/s.json", "")
        try Folder.removeFile(installed.folder.path("shared/s.json"))
        let direct = StatePaths(
            statePath: installed.folder.path("shared/s.json"),
            keysPath: installed.folder.path("shared/k.json"))
        let first = try DeploymentSession(at: direct, owner: "one", now: "now")
        _ = try first.apply(
            Plan(
                from: nil, to: try installed.desired(salt: first.ring.salt), by: "root",
                isStrict: false), environment: { _ in nil })
        #expect(throws: StateFailure.self) { try installed.session() }
        withExtendedLifetime(first) {}
    }

    @Test("to the file of a lock that is a link", arguments: [("keys.json", 64), ("other", 2)])
    func linkedLock(target: String, exitCode: Int32) throws {
        let installed = try Installed()
        try installed.apply()
        try installed.folder.write("other", "somebody's")
        let before = installed.files + [installed.folder.read("other")]
        try installed.folder.link("state.json.lock", to: target)
        let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(outcome.exitCode == exitCode, "\(outcome.errorText)")
        #expect(installed.files + [installed.folder.read("other")] == before)
    }

    @Test(
        "and somebody else's file beside them is not taken for what a change has left",
        arguments: ["state.json.new", "keys.json.new", "state.json.lock", "keys.json.lock"])
    func foreign(name: String) throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        try installed.folder.write(name, "somebody's")
        let before = installed.files
        let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errorText.contains("\(name)`, which this program did not write"))
        #expect(installed.files == before)
        #expect(installed.folder.read(name) == Array("somebody's".utf8))
    }

    @Test("and what a killed change has left goes with the next session, also if nothing changes")
    func killed() throws {
        let installed = try Installed()
        try installed.apply()
        for name in ["state.json.new", "state.json.lock", "keys.json.lock"] {
            try installed.folder.write(name, "")
        }
        try installed.folder.writeSecret("keys.json.new", bytes: "{\"formatVersion\":1,\"li".utf8)
        try installed.folder.writeSecret(".keys.json.abcdefghijkm.connectorctl", bytes: [])
        let before = installed.files
        let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(outcome.exitCode == 0 && outcome.text.contains("nothing to change"))
        #expect(installed.files == before)
        #expect(try installed.folder.names == ["config", "keys.json", "state.json"])
    }

    @Test("by a reseller who changes something else, and who need not have them")
    func othersKeys() throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "id: till\nname", with: "id: till\nkey: {$env: TEST_TILL_KEY}\nname")
        let first = try Program.start(
            ["apply", "--auto-approve"] + installed.arguments, environment: ["TEST_TILL_KEY": "one"]
        )
        #expect(first.outcome().exitCode == 0)
        let before = try KeptState(at: installed.paths).state?.connector("till")?.fingerprint
        try installed.describe(replacing: "name: Cash", with: "name: Kassa")
        let arguments = ["apply", "--auto-approve"] + installed.arguments + ["--as", "south"]
        let outcome = try Program.run(arguments)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(try KeptState(at: installed.paths).state?.connector("till")?.fingerprint == before)
    }

    @Test("to a kept plan of a state that was another when it had the same serial")
    func keptPlans() throws {
        let installed = try Installed()
        try installed.apply()
        let copies = installed.files
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 20")
        try installed.apply()
        let path = installed.folder.path("kept.plan.json")
        try installed.describe(replacing: "name: Cash", with: "name: Kassa")
        let planned = try Program.run(
            ["plan", "--out", path, "--as", "south"] + installed.arguments)
        #expect(planned.exitCode == 0, "\(planned.errorText)")
        for (name, bytes) in zip(["state.json", "keys.json"], copies) {
            try installed.folder.write(name, bytes: bytes ?? [])
            chmod(installed.folder.path(name), 0o600)
        }
        try installed.describe(
            Installed.configuration.replacing("Minutes: 15", with: "Minutes: 40"))
        try installed.apply()
        let before = installed.files
        let files = Array(installed.arguments.dropFirst(2))
        let outcome = try Program.run(["apply", path, "--auto-approve"] + files)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("was made for another state"))
        #expect(installed.files == before)
    }

    @Test("to a configuration of another installation")
    func rotation() throws {
        let installed = try Installed()
        try installed.apply()
        let before = installed.files
        try installed.describe(replacing: "id: test", with: "id: attacker")
        let outcome = try Program.run(["rotate-key", "acme"] + installed.arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("belongs to installation `test`"))
        #expect(installed.files == before)
    }
}
