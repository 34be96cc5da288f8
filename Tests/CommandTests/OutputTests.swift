import Configuration
import TestSupport
import Testing

@Suite("What commands write")
struct OutputTests {
    @Test(
        "what was misspelt is suggested",
        arguments: [
            ("vaildate", "did you mean `validate`?"), ("lits", "did you mean `list`?"),
            ("schema pritn", "did you mean `print`?"), ("frobnicate", "the commands are validate"),
            ("validate --formt json", "Did you mean '--format'?"),
            ("explain-code id-invalit", "did you mean `id-invalid`?"),
            ("show mobl --config samples/shop/connectors", "did you mean `mobi`?"),
        ])
    func suggestions(_ arguments: String, _ expected: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.errorText.contains(expected), "\(outcome.errorText)")
    }

    @Test(
        "each command has an example",
        arguments: [
            "validate", "list", "show", "generate", "schema", "schema check", "schema validate",
            "schema print", "explain-code",
        ])
    func examples(_ command: String) throws {
        let help = try Program.run("help " + command).text
        #expect(help.contains("Example:\n  connectorctl \(command)"))
    }

    @Test("both formats of a validation agree")
    func formats() throws {
        let text = try Program.run("validate samples/broken").text
        let json = try Program.run("validate samples/broken --format json").text
        let inText = text.split(separator: "\n").filter { $0.contains("--> ") }
        let rows = json.split(separator: "\n").filter { $0.hasPrefix("{\"code\"") }
        let places = rows.map { row -> String in
            func value(_ key: String) -> Substring {
                let start = row.firstRange(of: "\"\(key)\":")?.upperBound ?? row.endIndex
                return row[start...].drop { $0 == "\"" }.prefix { !"\",".contains($0) }
            }
            return "\(value("file")):\(value("line")):\(value("column"))"
        }
        #expect(rows.count > 50)
        let found = Set(inText.map { $0.drop { $0 != ">" }.dropFirst(2) })
        for place in places { #expect(found.contains(place[...])) }
    }

    @Test("colour is for terminals, and nothing else is coloured", .needs(program: "script"))
    func colour() throws {
        let outcome = try Program.run("validate samples/broken/methods")
        #expect(!outcome.text.contains("\u{1B}"))
        let onTerminal = "script -qec \"'$ctl' validate samples/broken/methods\" /dev/null"
        let coloured = try Program.shell("unset NO_COLOR; " + onTerminal)
        #expect(coloured.text.contains("\u{1B}["))
        let refused = try Program.shell("export NO_COLOR=1; " + onTerminal)
        #expect(refused.text.contains("error[") && !refused.text.contains("\u{1B}["))
    }

    @Test("the formats are printed as they are published", arguments: PublishedFormat.allCases)
    func print(_ format: PublishedFormat) throws {
        let path = "spec/formats/\(format.rawValue).schema.json"
        let outcome = try Program.shell("\"$ctl\" schema print \(format.rawValue) | cmp - \(path)")
        #expect(outcome.exitCode == 0)
    }

    @Test("the connectors of the shop")
    func list() throws {
        let outcome = try Program.run("list --config samples/shop/connectors")
        let rows = outcome.text.split(separator: "\n")
        #expect(
            rows.map { $0.prefix { $0 != " " } } == [
                "ID", "acme-cards", "bankgate", "invoice", "mobi",
            ])
        #expect(rows.allSatisfy { !$0.hasSuffix(" ") })
        let json = try Program.run("list --config samples/shop/connectors --format json").text
        #expect(json.contains("\"id\":\"acme-cards\""))
        #expect(json.contains("\"processingPeriodMinutes\":null,\"instances\":1,\"number\":null"))
    }

    @Test("a connector without its secrets")
    func show() throws {
        let arguments = "show acme-cards --config samples/shop/connectors"
        let text = try Program.run(arguments).text
        #expect(text.contains("  webhookSecret  {$env: ACME_WEBHOOK_SECRET}\n"))
        #expect(text.contains("  card-baltic   Card (Baltic)         baltic       active"))
        let json = try Program.run(arguments + " --format json").text
        #expect(json.contains("{\"key\":\"webhookSecret\",\"value\":null,\"redacted\":true}"))
    }
}
