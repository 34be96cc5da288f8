import Documents
import Foundation
import SourceText
import TestSupport
import Testing

@Suite("connectorctl explore")
struct ExploreCommandTests {
    private static let shop =
        "explore --config samples/shop/connectors --from samples/shop/events.ndjson"

    @Test("varies the sample shop")
    func shop() throws {
        let outcome = try Program.run(Self.shop)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.isEmpty)
        try Golden.expect(outcome.standardOutput, "shop-variations.txt")
        let json = try Program.run(Self.shop + " --format json --threads 1")
        let read = JSONReader.read(SourceText(path: "shop.json", bytes: json.standardOutput))
        #expect(read.diagnostics.isEmpty)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        /// What the first of two creations says that the second one does not.
        let first: String
        let second: String
        let hasTwoSuccesses: Bool
        let phrases: String
        let payer: String
        let returned: String
        var testDescription: String { phrases }
    }

    @Test(
        "names the money that changes where a creation is lost that another one contradicts",
        arguments: [
            Row(
                first: #""client":"ann","amount":"10.00","currency":"EUR""#,
                second: #""client":"ann","amount":"3.00","currency":"EUR""#, hasTwoSuccesses: false,
                phrases: "less is paid", payer: "less", returned: "same"),
            Row(
                first: #""client":"ann","amount":"10.00","currency":"EUR""#,
                second: #""client":"ann","amount":"1000","currency":"JPY""#, hasTwoSuccesses: true,
                phrases: "another currency is paid; money is returned in another currency",
                payer: "another-currency", returned: "another-currency"),
            Row(
                first: #""client":"ann","amount":"10.00","currency":"EUR""#,
                second: #""client":"bob","amount":"12.00","currency":"EUR""#, hasTwoSuccesses: true,
                phrases: "another client pays; more is paid; money is returned to another client; "
                    + "more money is returned",
                payer: "another-client", returned: "another-client"),
        ])
    func money(row: Row) throws {
        let folder = try TemporaryFolder()
        func line(_ minute: Int, _ fields: String) -> String {
            #"{"at":"2026-01-05T10:0\#(minute):00Z","payment":"p",\#(fields)}"# + "\n"
        }
        func result(_ minute: Int, _ attempt: String) -> String {
            line(minute, #""type":"gateway.result","attempt":"\#(attempt)","outcome":"succeeded""#)
        }
        let attempts = ["a", "b"].enumerated().map {
            line(2 + $0.offset, #""type":"payment.attempted","attempt":"\#($0.element)""#)
        }
        let created = #""type":"payment.created","method":"card","#
        let events = try folder.write(
            "e.ndjson",
            line(0, created + row.first) + line(1, created + row.second) + attempts.joined()
                + result(4, "a") + (row.hasTwoSuccesses ? result(5, "b") : ""))
        let command = ["explore", "--config", "samples/shop/connectors", "--from", events]
        let text = try Program.run(command).text
        let cause = "A creation lost: payment-created → nothing\n      "
        #expect(text.contains(cause + row.phrases + "; fewer anomalies: conflicting-payment\n"))
        #expect(text.contains("\nmoney changes ("))
        let json = try Program.run(command + ["--format", "json"]).text
        #expect(
            json.contains(
                #""changes":"money","count":1,"ruleBefore":"payment-created","ruleAfter":null,"#
                    + #""payer":"\#(row.payer)","returned":"\#(row.returned)""#))
    }

    @Test("writes scenarios that pass, and does not replace others")
    func scenarios() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("variations")
        let command = Self.shop + " --write-scenarios '\(out)'"
        let outcome = try Program.run(command)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.hasPrefix("wrote "))
        let test = try Program.run("test '\(out)'")
        #expect(test.exitCode == 0, "\(test.text.suffix(2000))")
        // The same again is no conflict.
        #expect(try Program.run(command).exitCode == 0)
        let names = try ProjectFiles.names(in: folder.url.appending(path: "variations"))
        let first = try #require(names.first)
        try folder.write("variations/" + first, "changed: true\n")
        let refused = try Program.run(command)
        #expect(refused.exitCode == 2)
        #expect(refused.errorText.contains(first))
        #expect(refused.errorText.contains("already exists, with other content"))
        #expect(refused.text.isEmpty)
        #expect(folder.read("variations/" + first) == Array("changed: true\n".utf8))
    }

    @Test("prints what it found, and in JSON the same bytes every time")
    func search() throws {
        let text = try Program.run("explore --attempts 1 --depth 9")
        #expect(text.exitCode == 0)
        #expect(text.text.contains("closed at depth"))
        #expect(text.text.contains("every invariant held after every step"))
        let json = try (1...2).map { threads in
            try Program.run("explore --attempts 2 --depth 4 --format json --threads \(threads)")
        }
        #expect(json[0].standardOutput == json[1].standardOutput)
        let shop = try Program.run("explore --config samples/shop/connectors --attempts 1")
        #expect(shop.exitCode == 0)
        #expect(shop.text.contains("(60 min)"))
    }

    @Test("lists the invariants")
    func invariants() throws {
        let text = try Program.run("explore --list-invariants")
        #expect(text.text.contains("completed-stays-completed        A completed payment stays"))
        let json = try Program.run("explore --list-invariants --format json")
        let read = JSONReader.read(SourceText(path: "i.json", bytes: json.standardOutput))
        let listed = try #require(read.document?.root["invariants"])
        #expect(listed.elements.allSatisfy { $0["sentence"]?.string != nil })
        #expect(listed.count == text.text.split(separator: "\n").count)
    }

    @Test(
        "says what is wrong with the command line, and how it would be right",
        arguments: [
            ("--attempts 0", "from 1 to 4"), ("--attempts 5", "the rules tell apart"),
            ("--attempts x", "attempts"), ("--depth 0", "from 1 to 40"),
            ("--depth 41", "ends by itself"), ("--threads 0", "from 1 to 64"),
            ("--seed 3", "need --from"), ("--limit 3", "need --from"),
            ("--until 2026-01-05T10:00:00Z", "need --from"),
            ("--from samples/shop/events.ndjson", "--config"),
            ("--from events.txt --config samples/shop/connectors", "has no event-file extension"),
            ("--from - - --config samples/shop/connectors", "only once"),
            ("--depth 3 --from samples/shop/events.ndjson", "cannot be given with --from"),
            ("--limit 0 --from samples/shop/events.ndjson", "at least 1"),
        ])
    func usage(_ arguments: String, _ part: String) throws {
        let outcome = try Program.run("explore " + arguments)
        #expect(outcome.exitCode == 64, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.errorText.contains(part), "\(outcome.errorText)")
        #expect(outcome.text.isEmpty)
    }

    @Test(
        "says why it could not run",
        arguments: [
            ("--config nowhere", Int32(2), "nowhere"),
            ("--config samples/broken/connectors", 1, "error"),
            ("--config samples/shop/connectors --from nowhere.ndjson", 2, "nowhere.ndjson"),
            ("--config samples/shop/connectors --from README.ndjson", 2, "README.ndjson"),
            (
                "--config samples/shop/connectors --from samples/shop/events.ndjson "
                    + "--until 2000-01-01T00:00:00Z", 2, "no payment events"
            ),
            ("--write-scenarios README.md", 2, "README.md"),
            ("--write-scenarios README.md/x", 2, "README.md"),
            ("--config spec/formats", 1, "configuration-empty"),
        ])
    func refusals(_ arguments: String, _ code: Int32, _ part: String) throws {
        let outcome = try Program.run("explore --format text " + arguments)
        #expect(outcome.exitCode == code, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.errorText.contains(part), "\(outcome.errorText)")
        #expect(outcome.text.isEmpty)
    }

    @Test("refuses an empty stream, and reports one that is not valid")
    func streams() throws {
        let config = "explore --config samples/shop/connectors --from -"
        let empty = try Program.run(config + " </dev/null")
        #expect(empty.exitCode == 2)
        #expect(empty.errorText.contains("there are no payment events in `-`"))
        let invalid = try Program.shell("echo '{\"type\":\"x\"}' | \"$ctl\" " + config)
        #expect(invalid.exitCode == 1)
        #expect(invalid.errorText.contains("error["))
    }
}
