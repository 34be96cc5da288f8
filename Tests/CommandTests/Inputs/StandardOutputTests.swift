import TestSupport
import Testing

@Suite("The path - of an option that writes")
struct StandardOutputTests {
    private static func run(_ line: String) throws -> (outcome: Program.Outcome, names: [String]) {
        let folder = try TemporaryFolder()
        let outcome = try Program.startShell(
            "cp -r samples/shop \"$1/shop\" && cd \"$1\" || exit 99\n\(line)", [folder.path]
        ).outcome()
        return (outcome, try folder.names)
    }

    @Test("is standard output for a plan, which can be carried out")
    func plan() throws {
        let (outcome, names) = try Self.run(
            """
            mkdir c && cat > c/a.yaml <<'END'
            apiVersion: connectorctl/v1
            kind: Connector
            id: acme
            name: A
            url: https://gateway.example.com
            jsonSchema: true
            END
            "$ctl" plan --config c --out - > p.json && "$ctl" apply p.json --config c --auto-approve
            """)
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.errorText.contains("Plan: 1 to create"))
        #expect(names.contains("connectorctl.state.json") && !names.contains("-"))
    }

    @Test(
        "is standard output, as without the option",
        arguments: [
            "test --record shop/events.ndjson --config shop/connectors --until 2026-01-05T10:00:00Z",
            "generate --events 20 --seed 7",
        ])
    func others(_ command: String) throws {
        let with = try Self.run("\"$ctl\" \(command) --out -")
        let without = try Self.run("\"$ctl\" \(command)")
        #expect(with.outcome.text == without.outcome.text && !with.names.contains("-"))
        #expect(with.outcome.exitCode == without.outcome.exitCode)
    }

    @Test(
        "is refused where there is no such output",
        arguments: [
            "replay --config shop/connectors --out - shop/events.ndjson",
            "replay --config shop/connectors --checkpoint - shop/events.ndjson",
            "apply --config shop/connectors --auto-approve --bundle -",
            "apply --config shop/connectors --auto-approve --state -",
        ])
    func refused(_ command: String) throws {
        let (outcome, names) = try Self.run("\"$ctl\" \(command)")
        #expect(outcome.exitCode == 64, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.errorText.contains("does not write to standard output (`-`)"))
        #expect(names == ["shop"])
    }
}
