import TestSupport
import Testing

@Suite("Pipes, devices and standard input")
struct StreamTests {
    private static let connector = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: A
        url: https://gateway.example.com
        jsonSchemaFile: s.json

        """

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("c/a.yaml", connector)
        try folder.write("c/s.json", #"{"type": "object"}"#)
        try folder.write("c/i.json", "{}")
        return folder
    }

    /// Runs a shell's line in the folder `c`.
    private static func run(
        _ line: String, _ folder: TemporaryFolder? = nil
    ) throws -> Program.Outcome {
        let folder = try folder ?? Self.folder()
        return try Program.startShell("cd \"$1/c\" || exit 99\n\(line)", [folder.path]).outcome()
    }

    @Test(
        "are read like files",
        arguments: [
            "cat a.yaml | \"$ctl\" validate -", "\"$ctl\" validate - < a.yaml",
            "cat a.yaml | \"$ctl\" validate /dev/stdin",
            "cat a.yaml | \"$ctl\" validate /dev/fd/3 3<&0",
            "\"$ctl\" validate /dev/fd/3 3< a.yaml",
            "mkfifo p.yaml; cat a.yaml > p.yaml & \"$ctl\" validate p.yaml",
            "mkfifo p.yaml; (sleep 1; cat a.yaml) > p.yaml & \"$ctl\" validate p.yaml",
            "mkfifo p.yaml; (sleep 1; cat a.yaml > p.yaml) & \"$ctl\" validate p.yaml",
            "cd ..; cat c/a.yaml | \"$ctl\" validate - --stdin-name c/new.yaml",
            "cat s.json | \"$ctl\" schema validate --schema /dev/stdin i.json",
            "cat s.json | \"$ctl\" schema validate --schema - i.json",
            "cat s.json | \"$ctl\" schema check -", "cat s.json | \"$ctl\" schema compare - s.json",
            "cat i.json | \"$ctl\" schema validate --schema s.json /dev/stdin",
            "cat i.json | \"$ctl\" schema validate --lines --schema s.json -",
        ])
    func readable(_ line: String) throws {
        let outcome = try Self.run(line)
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
    }

    @Test("are read through the names that a shell gives to <(…)", .needs(program: "bash"))
    func substitution() throws {
        for command in ["validate <(cat a.yaml)", "schema validate --schema <(cat s.json) i.json"] {
            let outcome = try Self.run("export ctl; bash -c '\"$ctl\" \(command)'")
            #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
        }
    }

    @Test("are read through /dev/fd by a user who may not look into the process", .needsAnotherUser)
    func descriptor() throws {
        let folder = try Self.folder()
        let outcome = try Program.unprivilegedShell(
            "cd \"$1/c\" && chmod 755 .. && cat a.yaml | as \"$ctl\" validate /dev/stdin",
            [folder.path])
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
    }

    @Test("have the name that --stdin-name gives, and replace the file that has it")
    func standardInputName() throws {
        let line = "sed s/acme/ACME/ a.yaml | \"$ctl\" validate . - --stdin-name ./a.yaml"
        let outcome = try Self.run(line)
        #expect(outcome.exitCode == 1)
        #expect(outcome.text.contains("error[id-invalid]"), "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.text.contains("1 error in 1 file\n"))
        let alone = try Self.run("\"$ctl\" validate . --stdin-name a.yaml")
        #expect(alone.exitCode == 64)
    }

    @Test("are where `test` finds scenarios")
    func scenarios() throws {
        let outcome = try Program.shell(
            "cd samples/shop/scenarios && sed 's,^config:.*,config: ../connectors,' "
                + "late.yaml | \"$ctl\" test -")
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
    }

    @Test("are refused if nobody writes to the pipe, with the reason, after five seconds")
    func noWriter() throws {
        let outcome = try Self.run("mkfifo p.yaml; timeout 60 \"$ctl\" validate p.yaml")
        #expect(outcome.exitCode == 2)
        #expect(
            outcome.text.contains(
                "`p.yaml`: it is a pipe, and no program opened it to write within 5 seconds"),
            "\(outcome.text)\(outcome.errorText)")
    }

    @Test(
        "that never end are refused at once",
        arguments: [
            "\"$ctl\" validate /dev/zero", "\"$ctl\" validate - < /dev/zero",
            "\"$ctl\" schema check /dev/zero", "\"$ctl\" schema validate --schema s.json /dev/zero",
            "\"$ctl\" schema validate --schema s.json --lines - < /dev/zero",
            "\"$ctl\" replay --config . - < /dev/zero", "\"$ctl\" import - --config . < /dev/zero",
            "ln -s /dev/zero e.ndjson; \"$ctl\" replay --config . e.ndjson",
        ])
    func devices(_ line: String) throws {
        let outcome = try Self.run(line)
        let text = outcome.text + outcome.errorText
        #expect(
            outcome.exitCode == 2 && text.contains("it is a device, which may never end"), "\(text)"
        )
    }

    @Test("that go on and on are read up to the limit of what they hold")
    func endless() throws {
        let outcome = try Self.run("yes | \"$ctl\" validate -")
        #expect(outcome.exitCode == 2)
        #expect(
            outcome.text.contains("cannot read `-`: it is larger than the limit of 8388608 bytes"))
    }

    @Test("at their end at once are empty")
    func null() throws {
        let outcome = try Self.run("\"$ctl\" validate /dev/null")
        #expect(outcome.exitCode == 1 && outcome.text.contains("the file holds no document"))
    }

    @Test(
        "are not waited for where a document or an option names them",
        arguments: [
            ("sed -i 's/s.json/p.json/' a.yaml", "validate .", 1),
            ("sed -i 's/jsonSchemaFile: .*/jsonSchema: {$ref: p.json}/' a.yaml", "validate .", 1),
            (
                "sed -i 's/jsonSchemaFile.*/jsonSchema: true\\nstaticJsonFile: p.json/' a.yaml",
                "validate .", 1
            ),
            ("true", "replay --config . --resume p.json -", 2),
            ("true", "replay --config . --verify-signatures --keys p.json -", 2),
            ("true", "apply p.json --config .", 2), ("true", "list --config . --state p.json", 2),
        ])
    func named(_ prepare: String, _ command: String, _ code: Int32) throws {
        let outcome = try Self.run(
            "mkfifo p.json; \(prepare); timeout 60 \"$ctl\" \(command) < /dev/null")
        let text = outcome.text + outcome.errorText
        #expect(outcome.exitCode == code && text.contains("not a regular file"), "\(text)")
    }

    @Test(
        "can be read only once",
        arguments: [
            "validate - -", "validate - /dev/stdin", "schema validate --schema - -",
            "schema compare - -", "test - -", "replay --config . - -",
        ])
    func twice(_ arguments: String) throws {
        let outcome = try Self.run("\"$ctl\" \(arguments) < /dev/null")
        #expect(outcome.exitCode == 64)
        #expect(outcome.errorText.contains("standard input (`-`) can be read only once"))
    }
}
