import Foundation
import Payments
import TestSupport
import Testing

@Suite("Conformance cases")
struct ConformanceTests {
    @Test("give the expected bytes and exit code", arguments: try ConformanceCase.names())
    func conformance(name: String) throws {
        let conformance = try ConformanceCase(name)
        let out = try TemporaryFolder()
        let keys = try TemporaryFolder()
        let keyOption = try conformance.copyOfKeys(in: keys).map { ["--keys", $0] } ?? []
        let outcome = try Program.run(
            ["replay", "--config", conformance.configuration, "--out", out.path]
                + conformance.arguments + keyOption + conformance.inputs,
            in: conformance.folder)
        #expect(outcome.exitCode == conformance.exitCode, "\(outcome.errorText)")
        try compareFiles(conformance, out)
        if let expected = conformance.rejected {
            #expect(try Self.rejected(out) == expected)
        }
    }

    private func compareFiles(_ conformance: ConformanceCase, _ out: TemporaryFolder) throws {
        let expected = conformance.folder.appending(path: "expected")
        guard FileManager.default.fileExists(atPath: expected.path) else {
            #expect(try out.names.isEmpty, "nothing may be written")
            return
        }
        for name in try ProjectFiles.names(in: expected) {
            let wanted = String(decoding: try conformance.read("expected/\(name)"), as: UTF8.self)
            let written = String(decoding: try #require(out.read(name)), as: UTF8.self)
            #expect(written == wanted, "\(name)")
            #expect(written.utf8.elementsEqual(wanted.utf8), "\(name): other bytes")
        }
        let known = [
            "anomalies.json", "balances.json", "rejected.ndjson", "report.json", "states.json",
            "trace.ndjson",
        ]
        #expect(try out.names.allSatisfy(known.contains), "no file is left over")
    }

    private static func rejected(
        _ out: TemporaryFolder
    ) throws -> [ConformanceCase.RejectedEvent] {
        struct Reasons: Decodable {
            let reasons: [String]
        }
        return try (out.read("rejected.ndjson") ?? []).split(separator: 0x0A).map { line in
            let reasons = try JSONDecoder().decode(Reasons.self, from: Data(line))
            #expect(!reasons.reasons.isEmpty)
            return try JSONDecoder().decode(
                ConformanceCase.RejectedEvent.self, from: Data(line))
        }
    }

    @Test("cover every rule and every anomaly")
    func coverage() throws {
        let covered = Set(
            try ConformanceCase.names().flatMap { try ConformanceCase($0).covers })
        for rule in Rule.allCases {
            #expect(covered.contains("rule:\(rule.name)"), "\(rule.name)")
        }
        for anomaly in Anomaly.allCases {
            #expect(covered.contains("anomaly:\(anomaly.name)"), "\(anomaly.name)")
        }
    }

    @Test("share each configuration that several of them use")
    func configurations() throws {
        var folders: [[UInt8]: Set<String>] = [:]
        for conformance in try ConformanceCase.names().map(ConformanceCase.init) {
            let folder = conformance.folder.appending(path: conformance.configuration)
            let text = try conformance.read(conformance.configuration + "/shop.yaml")
            folders[text, default: []].insert(folder.standardized.path)
        }
        for copies in folders.values { #expect(copies.count == 1, "\(copies.sorted())") }
        let used = Set(folders.values.joined())
        let shared = ProjectFiles.url("spec/conformance/configurations")
        for name in try ProjectFiles.names(in: shared) {
            #expect(used.contains(shared.appending(path: name).path), "no case uses \(name)")
        }
    }

    @Test("are as many as the README says")
    func count() throws {
        let readme = try ProjectFiles.text("README.md")
        let count = try ConformanceCase.names().count
        #expect(readme.contains("\(count) [conformance cases]"), "\(count)")
    }
}
