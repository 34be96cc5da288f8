import TestSupport
import Testing

/// No command writes over, or removes, a file that it reads or that another of its options names.
@Suite("What a command reads is not written over")
struct OutputGuardTests {
    private static let replay = "replay --config config"
    private static let generate = "generate --events 10"

    /// Each is wrong usage, for the reason that is given.
    private static let refused: [(line: String, reason: String)] = [
        // Events, by whatever path.
        (
            "\(replay) --out day day/trace.ndjson",
            "--out would remove the events in `day/trace.ndjson`"
        ),
        ("\(replay) --trace --out day day/trace.ndjson", "--out would replace the events in"),
        ("\(replay) --out day day/rejected.ndjson", "--out would remove the events in"),
        ("\(replay) --out day/ day/states.json", "--out would replace the events in"),
        ("\(replay) --out ./day/../day day/report.json", "--out would replace the events in"),
        (
            "\(replay) --out linked-day day/report.json",
            "is the same file as `linked-day/report.json`"
        ),
        (
            "\(replay) --out linked-day --until 2026-01-05T10:00:00Z events.ndjson day/rejected.ndjson",
            "remove"
        ),
        (
            "\(replay) --out day - < day/trace.ndjson",
            "--out would remove the file that standard input is read from"
        ),
        (
            "\(replay) --out day events.ndjson > day/states.json",
            "the file that standard output is written to"
        ),
        (
            "\(replay) --checkpoint events.ndjson events.ndjson",
            "--checkpoint would replace the events in"
        ),
        ("\(replay) --checkpoint hard events.ndjson", "--checkpoint would replace the events in"),
        ("\(replay) --checkpoint link events.ndjson", "--checkpoint would replace the events in"),
        (
            "\(replay) --checkpoint events.ndjson - < events.ndjson",
            "the file that standard input is read from"
        ),
        ("\(replay) --out events.ndjson events.ndjson", "--out would replace the events in"),
        (
            "\(replay) --resume monday.ckpt --checkpoint ./monday.ckpt events.ndjson",
            "--checkpoint would replace the checkpoint"
        ),
        (
            "sign --config config --keys connectorctl.keys.json --out events.ndjson events.ndjson",
            "the events"
        ),
        (
            "sign --config config --keys connectorctl.keys.json --out hard events.ndjson",
            "the events"
        ),
        (
            "test --record events.ndjson --config config --out link",
            "--out would replace the events"
        ),
        (
            "explore --config config --from events.ndjson --write-scenarios events.ndjson",
            "the events"
        ),
        // Files of the configuration: documents, schemas, static settings, secrets, and what was only
        // looked at.
        ("\(replay) --checkpoint config/shop.yaml events.ndjson", "a file of the configuration"),
        (
            "\(replay) --checkpoint linked-config/shop.yaml events.ndjson",
            "a file of the configuration"
        ),
        (
            "\(generate) --config config --out config/schemas/settings.json",
            "a file of the configuration"
        ),
        (
            "\(generate) --config config --out config/schemas/shop.json",
            "a file of the configuration"
        ),
        (
            "\(generate) --config linked-config --out config/static.yaml",
            "a file of the configuration"
        ),
        (
            "\(generate) --config config --out config/secrets/card.txt",
            "a file of the configuration"
        ),
        (
            "\(generate) --config config --out config/secrets/terminal.txt",
            "a file of the configuration"
        ),
        ("\(generate) --config config --out config/other.yaml", "a file of the configuration"),
        (
            "plan --config config --out config/shop.yaml",
            "--out would replace `config/shop.yaml`, a file"
        ),
        ("bundle --config config --out config/secrets/card.txt", "a file of the configuration"),
        (
            "apply --config config --auto-approve --bundle config/static.yaml",
            "--bundle would replace"
        ),
        (
            "apply --config config --auto-approve --state config/static.yaml",
            "--state would replace"
        ),
        ("rotate-key acme --config config --keys config/secrets/card.txt", "--keys would replace"),
        (
            "import exported.json --config config --out config/shop.yaml",
            "a file of the configuration"
        ),
        (
            "sign --config config --keys connectorctl.keys.json --out config/shop.yaml events.ndjson",
            "a file"
        ),
        ("test --record events.ndjson --config config --out config/shop.yaml", "a file"),
        // Keys and states, named or known by their content.
        (
            "\(generate) --out connectorctl.keys.json",
            "holds the state of an installation or its keys"
        ),
        ("\(generate) --out copy-of-keys", "holds the state of an installation or its keys"),
        (
            "\(generate) --out connectorctl.state.json",
            "holds the state of an installation or its keys"
        ),
        ("\(replay) --checkpoint connectorctl.keys.json events.ndjson", "or its keys"),
        (
            "\(replay) --verify-signatures --keys connectorctl.keys.json --checkpoint spare.json events.ndjson",
            "the key file"
        ),
        ("plan --config config --out connectorctl.keys.json", "belongs to the state"),
        ("plan --config config --out ./connectorctl.state.json.new", "belongs to the state"),
        ("plan --config config --out connectorctl.keys.json.lock", "belongs to the state"),
        ("bundle --config config --out spare.json", "belongs to the state"),
        ("apply --config config --bundle connectorctl.keys.json.new", "which --keys writes"),
        ("apply --config config --state new.json --keys new.json", "which --state writes"),
        ("apply --config config --state new.json --keys ./new.json.lock", "which --state writes"),
        (
            "apply --config config --state new.json --bundle linked-config/../new.json",
            "which --state writes"
        ),
        // Checkpoints, plans and exports.
        ("\(replay) --resume day/report.json --out day events.ndjson", "the checkpoint"),
        ("apply plan.json --state plan.json", "--state would replace the plan"),
        ("import exported.json --config config --state exported.json", "the exported connector"),
        // Two outputs.
        ("\(replay) --out day --checkpoint day/states.json events.ndjson", "which --out writes"),
        (
            "\(replay) --out new --checkpoint ./new/balances.json events.ndjson",
            "which --out writes"
        ),
        ("\(replay) --out new --checkpoint new events.ndjson", "which --out writes"),
        // What a replay would remove, and has not written.
        ("\(replay) --out day events.ndjson", "is not the trace.ndjson of a replay"),
        ("\(replay) --out day --trace events.ndjson", "is not the rejected.ndjson of a replay"),
    ]

    @Test("and nothing else is touched", arguments: refused)
    func refusal(line: String, reason: String) throws {
        let scene = try GuardedFolder()
        let before = try scene.content
        let outcome = try scene.run(line)
        #expect(outcome.exitCode == 64, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.errorText.contains(reason), "\(outcome.errorText)")
        #expect(outcome.errorText.contains("\n  = hint: "), "\(outcome.errorText)")
        var after = try scene.content
        // The shell has made that one.
        if line.contains("> day") { after["day/states.json"] = before["day/states.json"] }
        #expect(after == before)
    }

    /// None of them comes too near to what is read.
    @Test(
        "and nothing is refused that does no harm",
        arguments: [
            "\(generate) --config config --out config/new.ndjson",
            "\(replay) --out config events.ndjson", "\(replay) --out new events.ndjson",
            "\(replay) --out new --checkpoint saturday.ckpt events.ndjson",
            "\(replay) --out . --checkpoint States.json events.ndjson",
            "\(replay) --resume monday.ckpt --checkpoint tuesday.ckpt empty.ndjson",
            "\(replay) --checkpoint monday.ckpt events.ndjson",
            "\(replay) --out new - < events.ndjson",
            "plan --config config --out config/plan.json", "plan --config config --out plan.json",
            "bundle --config config --out config/bundle.json",
            "apply plan.json --auto-approve", "import exported.json --config config",
            "sign --config config --keys connectorctl.keys.json --out day/signed.ndjson events.ndjson",
            "explore --config config --from events.ndjson --write-scenarios config",
            "test --record events.ndjson --config config --out config/new.yaml",
        ])
    func harmless(line: String) throws {
        let scene = try GuardedFolder()
        try scene.folder.write("empty.ndjson", "")
        let outcome = try scene.run(line)
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
    }

    @Test("and what an earlier replay left is removed, whatever it holds")
    func own() throws {
        let scene = try GuardedFolder()
        let bad = EventLines.created("p\\\"\\\\") + "{}\n"
        try scene.folder.write("bad.ndjson", bad)
        let first = try scene.run(
            "replay --config config --trace --on-invalid quarantine --out new bad.ndjson")
        #expect(first.exitCode == 0, "\(first.errorText)")
        #expect(scene.folder.read("new/trace.ndjson")?.isEmpty == false)
        #expect(scene.folder.read("new/rejected.ndjson")?.isEmpty == false)
        #expect(try scene.run("replay --config config --out new events.ndjson").exitCode == 0)
        #expect(scene.folder.read("new/trace.ndjson") == nil)
        #expect(scene.folder.read("new/rejected.ndjson") == nil)
        let empty = "replay --config config --trace --on-invalid quarantine --out new empty.ndjson"
        try scene.folder.write("empty.ndjson", "")
        #expect(try scene.run(empty).exitCode == 0)
        #expect(scene.folder.read("new/trace.ndjson") == [])
        #expect(try scene.run("replay --config config --out new events.ndjson").exitCode == 0)
        #expect(scene.folder.read("new/trace.ndjson") == nil)
    }

    @Test("and neither is what only looks like an output, or is a link to one")
    func foreign() throws {
        let scene = try GuardedFolder()
        let row = #"{"payment":"p","step":1,"at":"2026-01-05T10:00:00Z"}"# + "\n"
        try scene.folder.write("real", row)
        let strange = [
            #"{"payment":"p"}"#, #"{"payment":"p"#, "{\"payment\":\"p\",\"stop\":1}", " ",
            row.replacing("step", with: "Step"),
        ]
        for text in strange {
            try scene.folder.write("new/trace.ndjson", text)
            let outcome = try scene.run("replay --config config --out new events.ndjson")
            #expect(outcome.exitCode == 64, "\(text)")
            #expect(scene.folder.read("new/trace.ndjson") == Array(text.utf8))
        }
        try scene.folder.write("new2/keep", "")
        try scene.folder.link("new2/trace.ndjson", to: "../real")
        #expect(try scene.run("replay --config config --out new2 events.ndjson").exitCode == 64)
        #expect(scene.folder.read("new2/trace.ndjson") == Array(row.utf8))
        try scene.folder.write("new3/trace.ndjson/inside", "")
        #expect(try scene.run("replay --config config --out new3 events.ndjson").exitCode == 64)
    }
}
