import Deployment
import Files
import Foundation
import HashKeys
import TestSupport
import Testing

@Suite("A state")
struct StateTests {
    @Test("changes once: a second apply changes nothing")
    func idempotent() throws {
        let installed = try Installed()
        try installed.apply()
        let files = installed.files
        try installed.apply()
        #expect(installed.files == files)
        let outcome = try Program.run(["apply"] + installed.arguments)
        #expect(outcome.exitCode == 0, "nothing to ask about: \(outcome.errorText)")
        #expect(outcome.text.hasPrefix("Plan: nothing to change\n"))
        #expect(installed.files == files)
    }

    @Test("numbers connectors in the order of creation, and never again")
    func numbers() throws {
        let installed = try Installed()
        try installed.apply()
        let parts = Installed.configuration.components(separatedBy: "---")
        try installed.describe(parts.prefix(2).joined(separator: "---"))
        try installed.apply()
        try installed.describe(Installed.configuration)
        let state = try #require(try installed.apply())
        #expect(state.connectors.map(\.number) == [1, 3])
        #expect(state.connectors.map(\.resource.id) == ["acme", "till"])
        #expect(state.serial == 3)
    }

    @Test("keeps the keys of connectors that are updated; a rotation replaces one")
    func keys() throws {
        let installed = try Installed()
        let first = try #require(try installed.apply())
        try installed.describe(replacing: "https://acme.example", with: "https://acme.example/v2")
        let second = try #require(try installed.apply())
        #expect(second.connectors.map(\.fingerprint) == first.connectors.map(\.fingerprint))
        let outcome = try Program.run(
            ["rotate-key", "acme", "--keep-old"] + installed.arguments)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        let kept = try KeptState(at: installed.paths)
        let acme = try #require(kept.ring?["acme"]?.keys { _ in nil })
        #expect(acme.previous?.plainFingerprint == first.connectors[0].fingerprint)
        #expect(acme.current.plainFingerprint == kept.state?.connectors[0].fingerprint)
        #expect(kept.state?.connectors[1].fingerprint == first.connectors[1].fingerprint)
        #expect(outcome.text.contains(acme.current.plainFingerprint))
        _ = try installed.session().rotateKey(
            of: "acme", keepsOld: false, desired: installed.desired(), environment: { _ in nil })
        #expect(
            try KeptState(at: installed.paths).ring?["acme"]?.keys { _ in nil }?.previous == nil)
    }

    @Test("takes shared keys from the environment, and nothing changes where they are not set")
    func sharedKeys() throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "id: acme\nname", with: "id: acme\nkey: {$env: TEST_SHARED_KEY}\nname")
        let arguments = ["apply", "--auto-approve"] + installed.arguments
        let unset = try Program.run(arguments)
        #expect(unset.exitCode == 2)
        #expect(unset.errorText.contains("TEST_SHARED_KEY"))
        #expect(installed.files == [nil, nil])
        let set = try Program.start(arguments, environment: ["TEST_SHARED_KEY": "gateway's key"])
        #expect(set.outcome().exitCode == 0)
        let kept = try KeptState(at: installed.paths)
        let key = try #require(HashKey(shared: "gateway's key"))
        let salted = kept.ring?.salted(key.plainFingerprint, of: "acme")
        #expect(kept.state?.connectors.first?.fingerprint == salted)
        for bytes in installed.files {
            #expect(!String(decoding: bytes ?? [], as: UTF8.self).contains("gateway's key"))
        }
    }

    @Test("that is cut off or changed anywhere is refused or read, and never touched")
    func damage() throws {
        let installed = try Installed()
        try installed.apply()
        let files = installed.files.map { $0 ?? [] }
        var random = SeededGenerator(seed: 3)
        var refused = 0
        for round in 0..<300 {
            let isState = round % 2 == 0
            var bytes = files[isState ? 0 : 1]
            let place = Int.random(in: bytes.indices, using: &random)
            if round % 3 == 0 {
                bytes.removeSubrange(place...)
            } else {
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            let name = isState ? "state.json" : "keys.json"
            try installed.folder.write(name, bytes: bytes)
            chmod(installed.folder.path(name), 0o600)
            do {
                _ = try installed.session()
            } catch {
                refused += 1
                #expect(installed.folder.read(name) == bytes)
            }
            try installed.folder.write(name, bytes: files[isState ? 0 : 1])
            chmod(installed.folder.path(name), 0o600)
        }
        #expect(refused > 200, "\(refused)")
    }

    /// What is done to the files, and what is then said.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let damage: @Sendable (Installed) throws -> Void
        let message: String

        var testDescription: String { name }
    }

    private static let rows = [
        Row(
            name: "no keys", damage: { try Folder.removeFile($0.paths.keysPath) },
            message: "but its keys are not in"),
        Row(
            name: "no state", damage: { try Folder.removeFile($0.paths.statePath) },
            message: "but the state that they belong to is not in"),
        Row(
            name: "keys that others can read", damage: { chmod($0.paths.keysPath, 0o640) },
            message: "chmod 600"),
        Row(
            name: "a later format",
            damage: { installed in
                try replace(installed, "state.json", "\"formatVersion\":2", "\"formatVersion\":3")
            }, message: "format version 3"),
        Row(
            name: "later keys",
            damage: { installed in
                try replace(installed, "keys.json", "\"formatVersion\":2", "\"formatVersion\":9")
            }, message: "format version 9"),
        Row(
            name: "another installation's state",
            damage: { installed in
                try replace(
                    installed, "state.json", "\"installation\":\"test\"",
                    "\"installation\":\"other\"")
            },
            message:
                "belongs to installation `other`, but the configuration to installation `test`"),
        Row(
            name: "another state's keys",
            damage: { installed in
                let text = String(decoding: installed.files[1] ?? [], as: UTF8.self)
                let other = String(repeating: "0", count: 32)
                try installed.folder.write(
                    "keys.json",
                    text.replacing(try Regex("lineage\":\"[0-9a-f]*")) { _ in "lineage\":\"\(other)"
                    })
                chmod(installed.folder.path("keys.json"), 0o600)
            }, message: "do not belong to the state"),
        Row(
            name: "an older state",
            damage: { installed in
                try replace(installed, "state.json", "\"serial\":1", "\"serial\":7")
            }, message: "belong to serial 1 of the state, which has serial 7"),
        Row(
            name: "a state that is none",
            damage: { installed in
                try installed.folder.write("state.json", "{\"a\":1}")
            }, message: "this program did not write"),
        Row(
            name: "a torn state",
            damage: { installed in
                let bytes = installed.files[0] ?? []
                try installed.folder.write("state.json", bytes: bytes.prefix(bytes.count / 2))
            }, message: "or it is damaged or cut off"),
    ]

    private static func replace(
        _ installed: Installed, _ name: String, _ old: String, _ new: String
    ) throws {
        let text = String(decoding: try #require(installed.folder.read(name)), as: UTF8.self)
        try installed.folder.write(name, text.replacing(old, with: new))
        chmod(installed.folder.path(name), 0o600)
    }

    @Test("that does not fit is refused with what would help, and untouched", arguments: rows)
    func misfits(row: Row) throws {
        let installed = try Installed()
        try installed.apply()
        try row.damage(installed)
        let before = installed.files
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains(row.message), "\(outcome.errorText)")
        #expect(installed.files == before)
    }

    @Test(
        "that somebody else is changing is left alone, and it is said who that is",
        arguments: ["now", "1678-01-01T00:00:00Z", "2260-12-31T23:59:59.999999999Z"])
    func lock(since: String) throws {
        let installed = try Installed()
        let session = try installed.session(now: since)
        let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("a test has been changing the state since \(since)"))
        #expect(outcome.errorText.contains("state.json.lock"))
        #expect(installed.files == [nil, nil])
        withExtendedLifetime(session) {}
    }

    @Test("on a full disk stays as it is")
    func fullDisk() throws {
        let installed = try Installed()
        try installed.apply()
        let before = installed.files
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        // No file may become larger than nothing, which is what a full disk comes to.
        let program = try Program.startShell(
            "(ulimit -f 0; exec \"$ctl\" \"$@\") 2>&1 | cat",
            ["apply", "--auto-approve"] + installed.arguments)
        let outcome = program.outcome()
        #expect(outcome.text.contains("error: cannot write"), "\(outcome.text)")
        #expect(installed.files == before)
        #expect(try installed.apply()?.serial == 2)
    }

    @Test("whose lock a crash has left is not locked")
    func leftLock() throws {
        let installed = try Installed()
        try installed.folder.write("state.json.lock", "{\"owner\":\"nobody\"}")
        let outcome = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
    }

    @Test("in a folder that cannot be written stays as it is")
    func readOnly() throws {
        let installed = try Installed()
        let outcome = try Program.run([
            "apply", "--auto-approve", "--config", installed.folder.path("config"), "--state",
            "/proc/state.json", "--keys", installed.folder.path("keys.json"),
        ])
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("/proc/state.json"))
        #expect(installed.files == [nil, nil])
    }

    @Test("is changed exactly as a kept plan says, or not at all")
    func keptPlan() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        let path = installed.folder.path("kept.plan.json")
        let planned = try Program.run(
            ["plan", "--out", path, "--detailed-exitcode"] + installed.arguments)
        #expect(planned.exitCode == 3)
        // What the configuration says now does not matter to a kept plan.
        try installed.describe(replacing: "Minutes: 30", with: "Minutes: 45")
        let files = Array(installed.arguments.dropFirst(2))
        let applied = try Program.run(["apply", path, "--auto-approve"] + files)
        #expect(applied.exitCode == 0, "\(applied.errorText)")
        #expect(applied.text.contains("15 → 30"))
        let before = installed.files
        let again = try Program.run(["apply", path, "--auto-approve"] + files)
        #expect(again.exitCode == 2)
        #expect(again.errorText.contains("was made for serial 1 of the state, which has serial 2"))
        #expect(installed.files == before)
    }

    @Test("is not changed where nobody can be asked")
    func approval() throws {
        let installed = try Installed()
        let outcome = try Program.run(["apply"] + installed.arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("--auto-approve"))
        #expect(installed.files == [nil, nil])
    }
}
