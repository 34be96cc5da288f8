import Foundation
import Payments
import TestSupport
import Testing

@Suite("Conformance cases")
struct ConformanceTests {
    @Test("give the expected bytes and exit code", arguments: ConformanceCase.all)
    func conformance(conformance: ConformanceCase) throws {
        let out = try TemporaryFolder()
        let keys = try TemporaryFolder()
        let outcome = try Program.run(
            ["replay", "--config", "config", "--out", out.path] + conformance.arguments
                + Self.keyArguments(conformance, keys) + conformance.inputs,
            in: conformance.folder)
        #expect(outcome.exitCode == conformance.exitCode, "\(outcome.errorText)")
        try compareFiles(conformance, out)
        if let expected = conformance.rejected {
            #expect(try Self.rejected(out) == expected)
        }
    }

    /// The key file as an argument: a copy that only its owner can read.
    private static func keyArguments(
        _ conformance: ConformanceCase, _ folder: TemporaryFolder
    ) throws -> [String] {
        guard let name = conformance.keys else { return [] }
        let bytes = try Data(contentsOf: conformance.folder.appending(path: name))
        return ["--keys", try folder.writeSecret(name, bytes: bytes)]
    }

    private func compareFiles(_ conformance: ConformanceCase, _ out: TemporaryFolder) throws {
        let expected = conformance.folder.appending(path: "expected")
        guard FileManager.default.fileExists(atPath: expected.path) else {
            #expect(try out.names.isEmpty, "nothing may be written")
            return
        }
        for name in try ProjectFiles.names(in: expected) {
            let wanted = String(
                decoding: try Data(contentsOf: expected.appending(path: name)), as: UTF8.self)
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
    func coverage() {
        let covered = Set(ConformanceCase.all.flatMap(\.covers))
        for rule in Rule.allCases { #expect(covered.contains("rule:\(rule.name)")) }
        for anomaly in Anomaly.allCases {
            #expect(covered.contains("anomaly:\(anomaly.name)"))
        }
        #expect(ConformanceCase.all.count >= 150, "the cases are found")
    }
}
