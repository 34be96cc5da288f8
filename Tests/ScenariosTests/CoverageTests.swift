import Configuration
import Exploration
import Foundation
import Payments
import Replay
import Scenarios
import Stories
import TestSupport
import Testing

@Suite("Coverage")
struct CoverageTests {
    @Test("searches once for connectors that are alike, and writes each with its own method")
    func likeConnectors() throws {
        let folder = try ScenarioFolder()
        let more = ["blik", "sofort"].map { id in
            "---\napiVersion: connectorctl/v1\nkind: Connector\nid: \(id)\nname: X\n"
                + "url: https://x.example\nprocessingPeriodMinutes: 15\n"
                + "jsonSchema: {type: object}\n---\napiVersion: connectorctl/v1\n"
                + "kind: PaymentMethod\nid: by-\(id)\nname: X\nconnector: \(id)\nsettings: {}\n"
        }
        try folder.folder.write(
            "config/shop.yaml", ScenarioFolder.configuration + more.joined())
        try folder.write("one", expecting: ["{payment: p1, paidBy: a1}"])
        let (coverage, reach) = Self.coverage(try folder.run { $0.keepsBooks = true })
        let gaps = coverage.gaps(.deadlines)
        let path = folder.folder.path("scenarios")
        for scenario in try reach.scenarios(closing: gaps, in: path) {
            let isItsOwn = scenario.name.contains("blik")
            #expect(scenario.yaml.contains("by-blik") == isItsOwn)
            try folder.write(scenario.name, scenario.yaml)
        }
        let report = try folder.run { $0.keepsBooks = true }
        #expect(report.results.allSatisfy { $0.word == "passed" })
        #expect(Self.coverage(report).coverage.gaps(.deadlines).map(\.name) == [])
    }

    private static func coverage(_ report: ScenarioReport) -> (coverage: Coverage, reach: Reach) {
        let reach = Reach(in: report.worlds)
        return (Coverage(of: report.results, within: reach), reach)
    }

    @Test("names what is missing, and the scenarios that are written for it close every gap")
    func closing() throws {
        let folder = try ScenarioFolder()
        try folder.write("one", expecting: ["{payment: p1, paidBy: a1}"])
        let before = Self.coverage(try folder.run { $0.keepsBooks = true })
        let gaps = Coverage.Measure.allCases.flatMap { before.coverage.gaps($0) }
        #expect(before.coverage.share(.rules).all == Rule.allCases.count)
        #expect(gaps.contains(.rule(.paidLate)))
        #expect(!gaps.contains(.rule(.paidLateDuringRetry)))
        let path = folder.folder.path("scenarios")
        for scenario in try before.reach.scenarios(closing: gaps, in: path) {
            try folder.write(scenario.name, scenario.yaml)
        }
        let report = try folder.run { $0.keepsBooks = true }
        #expect(report.results.count == 1 + gaps.count)
        for result in report.results { #expect(result.word == "passed", "\(result.diagnostics)") }
        let after = Self.coverage(report).coverage
        for measure in Coverage.Measure.allCases {
            #expect(after.gaps(measure).map(\.name) == [])
        }
    }

    @Test("knows no deadline of a connector without a period")
    func withoutPeriod() throws {
        let folder = try ScenarioFolder()
        try folder.write("one", expecting: ["{payment: p1, paidBy: a1}"])
        let coverage = Self.coverage(try folder.run { $0.keepsBooks = true }).coverage
        let moments = coverage.cells.filter { $0.cell.connector == "till" }.map(\.cell.moment)
        #expect(Set(moments) == [.withoutDeadline])
        let others = coverage.cells.filter { $0.cell.connector == "acme" }.map(\.cell.moment)
        #expect(Set(others) == Set(Moment.allCases))
    }

    @Test("of the samples' rules is complete, and a scenario that is removed names its gap")
    func samples() throws {
        let arguments = "--coverage --min-coverage 100"
        let whole = try Program.run("test samples \(arguments)")
        #expect(whole.exitCode == 0, "\(whole.errorText)")
        #expect(whole.text.contains("coverage of rules      16 of 16"))
        let folder = try TemporaryFolder()
        _ = try Program.shell(
            "cp -r '\(ProjectFiles.path("samples"))' '\(folder.path)/samples'")
        let path = "samples/shop/scenarios/afterwards.yaml"
        let text = String(decoding: try #require(folder.read(path)), as: UTF8.self)
        let kept = text.components(separatedBy: "---\n").filter {
            !$0.contains("id: money-that-moved-has-moved")
        }
        try folder.write(path, kept.joined(separator: "---\n"))
        let partial = try Program.run(
            ["test", "samples"] + arguments.split(separator: " ").map(String.init),
            in: folder.url)
        #expect(partial.exitCode == 1)
        #expect(
            partial.errorText.contains(
                "15 of 16 rules are covered, less than 100 %; missing: contradiction-ignored"))
    }

    @Test("of a configuration without methods is what can happen through an unknown one")
    func withoutMethods() throws {
        let folder = try ScenarioFolder()
        let connectors = ScenarioFolder.configuration.components(separatedBy: "---\n").prefix(2)
        try folder.folder.write("config/shop.yaml", connectors.joined(separator: "---\n"))
        try folder.write("one", expecting: ["{payment: p1, paidBy: a1}"])
        let coverage = Self.coverage(try folder.run { $0.keepsBooks = true }).coverage
        #expect(coverage.share(.deadlines).all == 0)
        #expect(coverage.gaps(.rules).contains(.rule(.secondPaymentReturned)) == false)
        #expect(coverage.gaps(.rules).contains(.rule(.contradictionIgnored)))
        let path = folder.folder.path("scenarios")
        let deadlines = try Program.run([
            "test", path, "--min-coverage", "100", "--measure", "deadlines",
        ])
        #expect(deadlines.exitCode == 1)
        #expect(deadlines.errorText.contains("no connector of the configurations under test has"))
        #expect(try Program.run(["test", path, "--min-coverage", "100"]).exitCode == 1)
        #expect(try Program.run(["test", path, "--min-coverage", "1"]).exitCode == 0)
    }

    @Test("tells connectors of the same name in different configurations apart")
    func sameNames() throws {
        let folder = try ScenarioFolder()
        let long = "a-connector-with-a-name-that-is-as-long-as-names-can-be"
        let configuration = ScenarioFolder.configuration.replacing("till", with: long)
        try folder.folder.write("config/shop.yaml", configuration)
        try folder.folder.write("other/shop.yaml", configuration)
        try folder.write("one", expecting: ["{payment: p1, paidBy: a1}"])
        try folder.write(
            "two.yaml",
            ScenarioFolder.head("two").replacing("../config", with: "../other")
                + ScenarioFolder.events + "until: 1h\nexpect: [{payment: p1, paidBy: a1}]\n")
        let (coverage, reach) = Self.coverage(try folder.run { $0.keepsBooks = true })
        let paths = Set(coverage.cells.compactMap(\.cell.folder))
        #expect(paths.count == 2)
        let created = coverage.cells.filter { $0.cell.rule == .paidLateDuringRetry }
        #expect(created.filter { $0.cell.connector == "acme" && $0.count > 0 }.count == 2)
        let gaps = coverage.gaps(.deadlines)
        #expect(gaps.contains { $0.name.hasPrefix("acme of ") })
        let path = folder.folder.path("scenarios")
        let names = try reach.scenarios(closing: gaps, in: path).map(\.name)
        #expect(Set(names).count == gaps.count)
        #expect(names.allSatisfy { $0.utf8.count <= 68 })
        for scenario in try reach.scenarios(closing: gaps, in: path) {
            try folder.write(scenario.name, scenario.yaml)
        }
        let report = try folder.run { $0.keepsBooks = true }
        #expect(report.results.allSatisfy { $0.word == "passed" })
        #expect(Self.coverage(report).coverage.gaps(.deadlines).map(\.name) == [])
        let reversed = try reach.scenarios(closing: gaps.reversed(), in: path).map(\.name)
        #expect(names == reversed.reversed(), "names depend on no position")
    }

    @Test("is part of the JSON report, and leaves JUnit and TAP what they are")
    func formats() throws {
        let json = try Program.run("test samples --coverage --format json")
        let object = try JSONSerialization.jsonObject(with: Data(json.standardOutput))
        let coverage = try #require((object as? [String: Any])?["coverage"] as? [String: Any])
        #expect(coverage.keys.sorted() == ["deadlines", "rules", "statuses"])
        let tap = try Program.run("test samples --coverage --format tap")
        #expect(tap.text.hasPrefix("TAP version 14\n"))
        #expect(!tap.text.contains("coverage"))
        #expect(tap.errorText.contains("coverage of rules"))
    }

    @Test("does not write over a file that says something else")
    func overwriting() throws {
        let folder = try TemporaryFolder()
        let arguments = ["test", "samples", "--write-missing", folder.path]
        #expect(try Program.run(arguments).exitCode == 0)
        let names = try folder.names
        #expect(names.count > 50)
        #expect(try Program.run(arguments).exitCode == 0, "what is the same is no obstacle")
        try folder.write(names[0], "something else")
        let refused = try Program.run(arguments)
        #expect(refused.exitCode == 2)
        #expect(refused.errorText.contains(names[0]))
    }
}
