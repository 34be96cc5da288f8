import TestSupport
import Testing

@Suite("A file that cannot be read")
struct UnreadTests {
    private static let connector = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: Acme
        name: A
        url: https://gateway.example.com
        LINE

        """

    private static let valid =
        connector.replacing("Acme", with: "acme").replacing("LINE", with: "jsonSchema: true")

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("c/a.yaml", connector.replacing("LINE", with: "jsonSchema: true"))
        return folder
    }

    /// Runs `line` in the folder `c`, as somebody who may not read what `closed` names.
    private static func run(
        _ line: String, _ folder: TemporaryFolder, closed: String
    ) throws -> Program.Outcome {
        try Program.unprivilegedShell(
            "cd \"$1\" && chmod 755 . && chmod 0 \(closed) && \(line); code=$?\n"
                + "chmod 755 \(closed); exit $code", [folder.path])
    }

    @Test(
        "is a finding, beside all others, and the exit code is 2", .needsAnotherUser,
        arguments: [
            "as \"$ctl\" validate c", "as \"$ctl\" validate c/a.yaml c/closed.yaml c/closed/b.yaml",
        ])
    func finding(_ command: String) throws {
        let folder = try Self.folder()
        try folder.write("c/closed.yaml", "a: 1\n")
        try folder.write("c/closed/b.yaml", "a: 1\n")
        let outcome = try Self.run(command, folder, closed: "c/closed.yaml c/closed")
        #expect(outcome.exitCode == 2)
        for text in ["error[id-invalid]", "`c/closed.yaml`: Permission denied", "`c/closed"] {
            #expect(outcome.text.contains(text), "\(outcome.text)\(outcome.errorText)")
        }
        #expect(outcome.text.split(separator: "error[file-unreadable]").count == 3)
        #expect(!outcome.text.contains("configuration-empty"))
    }

    @Test("is one of `schema check`, beside those of other schemas", .needsAnotherUser)
    func schemas() throws {
        let folder = try Self.folder()
        try folder.write("c/s.json", "{}")
        try folder.write("c/z.json", #"{"type": "strin"}"#)
        let outcome = try Self.run(
            "as \"$ctl\" schema check c/s.json c/z.json", folder, closed: "c/s.json")
        #expect(outcome.exitCode == 2)
        for code in ["file-unreadable", "json-schema-invalid"] {
            #expect(outcome.text.contains("error[\(code)]"), "\(outcome.text)\(outcome.errorText)")
        }
    }

    @Test(
        "is one at the reference to it", .needsAnotherUser,
        arguments: [
            ("jsonSchemaFile: s.json", "a.yaml:6:17"),
            ("jsonSchema: {$ref: s.json}", "a.yaml:6:20"),
            ("jsonSchema: true\nstaticJsonFile: s.json", "a.yaml:7:17"),
        ])
    func reference(_ line: String, _ location: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "c/a.yaml",
            Self.connector.replacing("Acme", with: "acme").replacing("LINE", with: line))
        try folder.write("c/z.yaml", Self.connector.replacing("LINE", with: "jsonSchema: true"))
        try folder.write("c/s.json", "{}")
        let outcome = try Self.run("as \"$ctl\" validate c", folder, closed: "c/s.json")
        #expect(outcome.exitCode == 2)
        #expect(
            outcome.text.contains("cannot read `c/s.json`: Permission denied\n --> c/" + location),
            "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.text.contains("id-invalid"))
    }

    @Test(
        "keeps every command from going on", .needsAnotherUser,
        arguments: [
            "plan --config c", "apply --config c --auto-approve", "list --config c", "test c",
            "bundle --config c", "replay --config c -",
        ])
    func commands(_ command: String) throws {
        let folder = try Self.folder()
        try folder.write("c/a.yaml", Self.valid)
        try folder.write("c/closed.yaml", "a: 1\n")
        let outcome = try Self.run(
            "as \"$ctl\" \(command) < /dev/null", folder, closed: "c/closed.yaml")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("file-unreadable") || command == "test c")
        #expect((outcome.text + outcome.errorText).contains("file-unreadable"))
        #expect(folder.read("connectorctl.state.json") == nil)
    }

    @Test(
        "because its name is not UTF-8, is named with the byte escaped",
        arguments: [
            ("printf 'a: 1' > \"c/$name.yaml\"", "file `c/m\\xE9.yaml`"),
            ("printf 'a: 1' > \"c/$name.yml\"", "file `c/m\\xE9.yml`"),
            ("ln -s a.yaml \"c/$name.yaml\"", "file `c/m\\xE9.yaml`"),
            ("mkdir \"c/$name\"", "folder `c/m\\xE9`"),
        ])
    func name(_ make: String, _ shown: String) throws {
        let folder = try Self.folder()
        let outcome = try Program.startShell(
            "cd \"$1\" && name=$(printf 'm\\351') && \(make) && \"$ctl\" validate c", [folder.path]
        ).outcome()
        #expect(outcome.exitCode == 2)
        #expect(
            outcome.text.contains(
                "error[file-name-not-utf8]: the name of the \(shown) is not UTF-8"),
            "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.text.contains("id-invalid"))
    }

    @Test("whose name is not UTF-8 is none if it would not be read anyway")
    func otherNames() throws {
        let folder = try Self.folder()
        try folder.write("c/a.yaml", Self.valid)
        let make = """
            cd "$1/c" && name=$(printf 'm\\351') && printf 'a: 1' > "$name.txt" && mkdir ".$name" &&
            ln -s nowhere "$name.yaml" && "$ctl" validate .
            """
        let outcome = try Program.startShell(make, [folder.path]).outcome()
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
    }

    @Test("and is an argument, is named too")
    func argument() throws {
        let outcome = try Program.shell("\"$ctl\" validate \"$(printf 'm\\351.yaml')\"")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("the argument `m\\xE9.yaml` is not UTF-8"))
    }

    @Test("has nothing deleted that was in it")
    func deletesNothing() throws {
        let folder = try Self.folder()
        try folder.write("c/a.yaml", Self.valid)
        try folder.write(
            "c/m.yaml",
            "apiVersion: connectorctl/v1\nkind: PaymentMethod\nid: m\nname: M\nconnector: acme\n")
        let script = """
            cd "$1" && "$ctl" apply --config c --auto-approve > log 2>&1 || exit 99
            mv c/m.yaml "c/$(printf 'm\\351').yaml" && "$ctl" apply --config c --auto-approve
            """
        let before = try Program.startShell(script, [folder.path]).outcome()
        #expect(before.exitCode == 2, "\(before.text)\(before.errorText)")
        let state = String(decoding: folder.read("connectorctl.state.json") ?? [], as: UTF8.self)
        #expect(state.contains("{\"id\":\"m\""), "\(state)")
    }
}
