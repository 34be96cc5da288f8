import Foundation
import TestSupport
import Testing

@Suite("An imported connector")
struct ImportTests {
    static let exported = #"""
        {"name": "Nova Pay (test)", "url": "https://nova.example/v1", "processingPeriodMinutes": 30,
         "jsonSchema": {"type": "object", "properties": {"shop": {"type": "string"},
           "secret": {"type": "string", "writeOnly": true}, "limit": {"type": "number", "maximum": 1e5}}},
         "staticJson": {"terminal": "T-1", "text": "two\nlines\n"}}
        """#

    private func imported(
        _ shop: Shop, _ json: String = ImportTests.exported, _ more: String...
    ) throws -> Program.Outcome {
        try shop.folder.write("nova.json", json)
        return try shop.run("import", "nova.json", more: ["--config", "config"] + more)
    }

    @Test("becomes a file and a part of the state, and plan has nothing more to say of it")
    func roundTrip() throws {
        let shop = try Shop()
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        let outcome = try imported(shop)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.text.hasPrefix("wrote config/nova-pay-test.yaml\n"))
        #expect(outcome.text.contains("connector nova-pay-test has the number 5; its new hash key"))
        #expect(outcome.text.contains("the gateway must be told about it"))
        #expect(
            try shop.text("config/nova-pay-test.yaml") == """
                apiVersion: connectorctl/v1
                kind: Connector
                id: nova-pay-test
                name: Nova Pay (test)
                url: https://nova.example/v1
                processingPeriodMinutes: 30
                jsonSchema:
                  type: object
                  properties:
                    shop:
                      type: string
                    secret:
                      type: string
                      writeOnly: true
                    limit:
                      type: number
                      maximum: 1.0e+5
                staticJson:
                  terminal: T-1
                  text: |
                    two
                    lines

                """)
        let plan = try shop.run("plan", "--config", "config", "--detailed-exitcode")
        #expect(plan.exitCode == 0 && plan.text == "Plan: nothing to change\n")
        #expect(try shop.keys().count == 6)
    }

    @Test("may be the first one: the folder is empty, and there is no state")
    func first() throws {
        let folder = try TemporaryFolder()
        try folder.write("config/README.md", "nothing yet")
        let json =
            #"{"id":"a","name":"A","url":"https://a.example","jsonSchema":{"properties":{"s":{"writeOnly":true}}},"staticJson":{"s":"planted-plain"}}"#
        try folder.write("a.json", json)
        let outcome = try Program.run(["import", "a.json", "--config", "config"], in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.errorText.contains("warning[secret-in-plain-text]"))
        #expect(!outcome.errorText.contains("planted") && !outcome.text.contains("planted"))
        let plan = try Program.run(
            ["plan", "--config", "config", "--detailed-exitcode"], in: folder.url)
        #expect(plan.exitCode == 0, "\(plan.text)")
    }

    @Test("leaves other differences for apply")
    func others() throws {
        let shop = try Shop()
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        let path = "config/methods/others.yaml"
        try shop.folder.write(path, try shop.text(path).replacing("mode: live", with: "mode: test"))
        #expect(try imported(shop).exitCode == 0)
        let plan = try shop.run("plan", "--config", "config").text
        #expect(plan.contains("~ payment method mobile") && plan.contains("Plan: 1 to update"))
    }

    @Test("holds no references, which would be read where the import runs")
    func references() throws {
        let shop = try Shop()
        let exported =
            "{\"name\":\"N\",\"url\":\"https://n.example\",\"jsonSchema\":{},"
            + "\"staticJson\":{\"a\":[{\"$env\":\"HOME\"}]}}"
        let outcome = try imported(shop, exported)
        #expect(outcome.exitCode == 1)
        #expect(
            outcome.errorText.contains("error[secret-reference-invalid]"), "\(outcome.errorText)")
    }

    @Test("can share the key that the gateway has")
    func sharedKey() throws {
        var shop = try Shop()
        let missing = try imported(shop, Self.exported, "--key-env", "NOVA_KEY")
        #expect(missing.exitCode == 2 && missing.errorText.contains("NOVA_KEY"))
        #expect(try shop.folder.names == ["config", "nova.json"])
        #expect(shop.folder.read("config/nova-pay-test.yaml") == nil)
        shop.environment["NOVA_KEY"] = "planted-shared-key"
        let outcome = try imported(shop, Self.exported, "--key-env", "NOVA_KEY")
        #expect(outcome.exitCode == 0 && outcome.text.contains("is the one in NOVA_KEY"))
        #expect(try shop.text("config/nova-pay-test.yaml").hasSuffix("key: {$env: NOVA_KEY}\n"))
        #expect(try !shop.text("connectorctl.keys.json").contains("planted"))
        let bad = try imported(shop, Self.exported, "--key-env", "NO VA", "--id", "other")
        #expect(bad.exitCode == 64)
        #expect(bad.errorText.contains("is not the name of an environment variable"))
        #expect(shop.folder.read("config/other.yaml") == nil)
    }

    @Test(
        "is called as it says, or by its name",
        arguments: [
            (#""id": "x-1", "name": "Y""#, "x-1"),
            (#""name": "  Acme -- PAY 2.0! ""#, "acme-pay-2-0"),
            (#""name": "\u00dcber Pay""#, "ber-pay"), (#""name": "\u0416\u0417""#, nil),
            (
                "\"name\": \"\(String(repeating: "ab ", count: 40))\"",
                String(String(repeating: "ab-", count: 21).dropLast())
            ),
        ] as [(String, String?)])
    func identifiers(_ members: String, _ id: String?) throws {
        let folder = try TemporaryFolder()
        try folder.write("config/README.md", "")
        try folder.write(
            "a.json", "{\(members), \"url\": \"https://a.example\", \"jsonSchema\": []}")
        let outcome = try Program.run(["import", "a.json", "--config", "config"], in: folder.url)
        guard let id else {
            #expect(outcome.exitCode == 2 && outcome.errorText.contains("--id"))
            return
        }
        #expect(outcome.text.contains("connector \(id) has the number 1"), "\(outcome.errorText)")
    }
}

@Suite("An import is refused, and changes nothing")
struct ImportRefusalTests {
    /// Runs `import` and expects nothing to change.
    private func refused(
        _ json: String = ImportTests.exported, _ more: [String], exitCode: Int32,
        place: SourceLocation = #_sourceLocation
    ) throws -> String {
        let shop = try Shop()
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        try shop.folder.write("nova.json", json)
        let (files, names) = (shop.files, try configNames(shop))
        let outcome = try shop.run("import", "nova.json", more: ["--config", "config"] + more)
        #expect(outcome.exitCode == exitCode, "\(outcome.errorText)", sourceLocation: place)
        #expect(outcome.text.isEmpty, sourceLocation: place)
        #expect(shop.files == files, sourceLocation: place)
        #expect(try configNames(shop) == names, sourceLocation: place)
        return outcome.errorText
    }

    private func configNames(_ shop: Shop) throws -> [String] {
        try ProjectFiles.names(in: shop.folder.url.appending(path: "config")) + shop.folder.names
    }

    @Test(
        "if the JSON is not as it should be, at the place where it is not",
        arguments: [
            (
                #"{"name": "A", "url": "https://a.example", "jsonSchema": {}, "staticJsn": {"a": "planted"}}"#,
                "unknown-key", "nova.json:1:61", "staticJson"
            ),
            (#"{"name": "A", "jsonSchema": {}}"#, "missing-key", "nova.json:1:1", "url"),
            (
                #"{"name": "A", "url": "https://a.example", "jsonSchema": "text"}"#,
                "wrong-type",
                "nova.json:1:57", "jsonSchema"
            ),
            (
                #"{"name": "A", "url": "https://a.example", "jsonSchema": {}, "processingPeriodMinutes": 0}"#,
                "processing-period-invalid", "nova.json:1:88", "at least 1"
            ),
            (
                #"{"name": " ", "url": "https://a.example", "jsonSchema": {}}"#, "name-invalid",
                "nova.json:1:10", "name"
            ),
            (
                #"{"name": "A", "url": "https://a.example", "jsonSchema": {}, "staticJson": ["planted"]}"#,
                "wrong-type", "nova.json:1:75", "object"
            ),
            (
                #"{"staticJson": {"token": "planted"}, "name": "A",, }"#, "json-syntax",
                "nova.json:1:50", ""
            ),
            (#"["planted"]"#, "wrong-type", "nova.json:1:1", "object"),
            ("", "json-empty", "nova.json", ""),
        ])
    func malformed(_ json: String, _ code: String, _ place: String, _ text: String) throws {
        let errors = try refused(json, [], exitCode: 1)
        for part in ["error[\(code)", place, text] where !part.isEmpty {
            #expect(errors.contains(part), "\(errors)")
        }
        #expect(!errors.contains("planted"), "\(errors)")
    }

    @Test("if the configuration would not be valid with it")
    func invalid() throws {
        let json = #"{"name":"A","url":"ftp://a.example","jsonSchema":{"type":"strin"}}"#
        let errors = try refused(json, [], exitCode: 1)
        #expect(errors.contains("connector-url-invalid") && errors.contains("config/a.yaml:5"))
        #expect(errors.contains("json-schema-invalid"))
    }

    @Test("if the configuration has errors without it")
    func faultyBefore() throws {
        let shop = try Shop()
        try shop.folder.write("config/x.yaml", "apiVersion: connectorctl/v1\nkind: Nothing\n")
        try shop.folder.write("nova.json", ImportTests.exported)
        let outcome = try shop.run("import", "nova.json", "--config", "config")
        #expect(outcome.exitCode == 1 && outcome.errorText.contains("config/x.yaml:2"))
        #expect(shop.folder.read("config/nova-pay-test.yaml") == nil)
    }

    @Test("if there is such a connector, or such a file")
    func taken() throws {
        let known = try refused(["--id", "mobi"], exitCode: 2)
        #expect(known.contains("config/connectors/forms.yaml"))
        let file = try refused(["--out", "config/installation.yaml"], exitCode: 64)
        #expect(file.contains("config/installation.yaml"))
        let shop = try Shop()
        try shop.folder.write("config/taken.yaml/inside", "a folder")
        try shop.folder.write("nova.json", ImportTests.exported)
        let folder = try shop.run(
            "import", "nova.json", "--config", "config", "--out", "config/taken.yaml")
        #expect(folder.exitCode == 2 && folder.errorText.contains("already exists"))
    }

    @Test("if the state has such a connector")
    func deployed() throws {
        let shop = try Shop()
        try shop.folder.write("nova.json", ImportTests.exported)
        #expect(try shop.run("import", "nova.json", "--config", "config").exitCode == 0)
        #expect(try shop.run("apply", "--config", "config", "--auto-approve").exitCode == 0)
        let files = shop.files
        try shop.folder.write("config/nova-pay-test.yaml", "# gone\n")
        let outcome = try shop.run(
            "import", "nova.json", "--config", "config", "--out", "config/again.yaml")
        #expect(outcome.exitCode == 2 && outcome.errorText.contains("connectorctl.state.json"))
        #expect(shop.files == files && shop.folder.read("config/again.yaml") == nil)
    }

    @Test("if its file would lie outside, be hidden or not be read")
    func places() throws {
        _ = try refused(["--out", "nova.yaml"], exitCode: 64)
        _ = try refused(["--out", "config/../nova.yaml"], exitCode: 64)
        _ = try refused(["--out", "config/nova.json"], exitCode: 64)
        _ = try refused(["--out", "config/none/nova.yaml"], exitCode: 2)
        _ = try refused(["--id", "Nova"], exitCode: 64)
        let shop = try Shop()
        try shop.folder.write("config/.hidden/README.md", "")
        try shop.folder.write("nova.json", ImportTests.exported)
        let outcome = try shop.run(
            "import", "nova.json", "--config", "config", "--out", "config/.hidden/nova.yaml")
        #expect(outcome.exitCode == 2 && outcome.errorText.contains("hidden"))
        #expect(shop.folder.read("config/.hidden/nova.yaml") == nil)
    }

    @Test("unless the root reseller asks")
    func access() throws {
        #expect(try refused(["--as", "baltic"], exitCode: 2).contains("access-denied"))
        #expect(try refused(["--as", "nobody"], exitCode: 2).contains("access-denied"))
    }

    private func refused(_ more: [String], exitCode: Int32) throws -> String {
        try refused(ImportTests.exported, more, exitCode: exitCode)
    }
}
