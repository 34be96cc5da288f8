import Foundation
import HashKeys
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("Verifying signatures")
struct VerificationTests {
    /// The outputs that do not count what signatures were.
    private static let names = ["anomalies.json", "balances.json", "states.json", "trace.ndjson"]

    private static func inputs(_ lines: [String], cutAt cuts: [Int] = []) throws -> SharedInputs {
        let bounds = [0] + cuts + [lines.count]
        var inputs = try SharedInputs(
            zip(bounds, bounds.dropFirst()).map { Array(lines[$0..<$1]) })
        inputs.setup = SignedStream.setup
        return inputs
    }

    private static func count(_ text: String, in output: [UInt8]?) -> Int {
        String(decoding: output ?? [], as: UTF8.self).components(separatedBy: text).count - 1
    }

    private struct Signatures: Decodable, Equatable {
        var valid = 0
        var invalid = 0
        var missing = 0
    }

    /// What the report says of the signatures of each connector.
    private static func signatures(_ written: [String: [UInt8]]) throws -> [Signatures] {
        struct Row: Decodable {
            let signatures: Signatures
        }
        struct Report: Decodable {
            let connectors: [Row]
        }
        let report = try #require(written["report.json"])
        return try JSONDecoder().decode(Report.self, from: Data(report))
            .connectors.map(\.signatures)
    }

    @Test(
        "finds nothing wrong with what was signed, and writes the same in all ways",
        arguments: 70..<72 as Range<UInt64>)
    func ways(seed: UInt64) throws {
        let lines = VariedStream(seed: seed, count: 400, invalidPerMille: 0).lines
        let unverified = try Self.inputs(lines, cutAt: [150]).replay(ReplayWay())
        let inputs = try Self.inputs(SignedStream.sign(lines), cutAt: [150])
        let keys = try SignedStream.allKeys()
        let expected = try inputs.replay(ReplayWay(signatureKeys: keys))
        let counts = try Self.signatures(expected)
        #expect(counts.allSatisfy { $0.invalid == 0 && $0.missing == 0 }, "seed \(seed)")
        #expect(counts.reduce(0) { $0 + $1.valid } > 20, "seed \(seed)")
        for name in ["states.json", "balances.json"] {
            #expect(expected[name] == unverified[name], "seed \(seed)")
        }
        let first = try inputs.replay(ReplayWay(signatureKeys: keys), files: 0..<1)
        for way in ReplayWay.all {
            var way = way
            way.signatureKeys = keys
            let comment = "seed \(seed), \(way.testDescription)"
            expectSame(try inputs.replay(way), expected, comment)
            let resumed = try inputs.replay(way, files: 1..<2, resuming: first["checkpoint"])
            expectSame(resumed, expected, "resumed, \(comment)")
        }
    }

    @Test("does not depend on the order of the lines", arguments: 80..<82 as Range<UInt64>)
    func shuffled(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        // Signed with other keys, or not at all: some of all kinds.
        let lines = VariedStream(seed: seed, count: 400, invalidPerMille: 0).lines
        let signed = zip(lines, try SignedStream.sign(lines)).enumerated().map {
            $0.offset % 3 == 0 ? $0.element.0 : $0.element.1
        }
        let keys = try SignedStream.allKeys()
        let sorted = try Self.inputs(signed).replay(ReplayWay(signatureKeys: keys))
        #expect(Self.count("invalid-signature", in: sorted["anomalies.json"]) > 5)
        let inputs = try Self.inputs(signed.shuffled(using: &random))
        for way in ReplayWay.all {
            var way = way
            way.signatureKeys = keys
            let written = try inputs.replay(way)
            expectSame(written, sorted, only: ["states.json", "balances.json"], "seed \(seed)")
            #expect(try Self.signatures(written) == Self.signatures(sorted))
        }
    }

    @Test("refuses exactly the results that were changed, missing or of another key")
    func refused() throws {
        let lines = VariedStream(seed: 90, count: 400, invalidPerMille: 0).lines
        let signed = try SignedStream.sign(lines)
        let swapped = try SignedStream.keys([
            KeyEntry(
                connector: "acme", source: .generated(SignedStream.key("b"), previous: nil))
        ])
        let inputs = try Self.inputs(signed)
        let right = try Self.signatures(
            inputs.replay(ReplayWay(signatureKeys: SignedStream.allKeys())))
        let wrong = try Self.signatures(inputs.replay(ReplayWay(signatureKeys: swapped)))
        #expect(wrong == right.map { Signatures(invalid: $0.valid) })
        let bare = try Self.inputs(lines.map { $0.replacing(#","signature":"00ff""#, with: "") })
        let missing = try Self.signatures(
            bare.replay(ReplayWay(signatureKeys: SignedStream.allKeys())))
        #expect(missing == right.map { Signatures(missing: $0.valid) })
    }

    @Test("counts before a checkpoint only what was verified then")
    func mixed() throws {
        let lines = VariedStream(seed: 91, count: 300, invalidPerMille: 0).lines
        let inputs = try Self.inputs(SignedStream.sign(lines), cutAt: [100, 200])
        let keys = try SignedStream.allKeys()
        let (plain, verified) = (ReplayWay(), ReplayWay(signatureKeys: keys))
        let first = try inputs.replay(verified, files: 0..<1)
        let second = try inputs.replay(plain, files: 1..<2, resuming: first["checkpoint"])
        #expect(Self.count("signatures", in: second["report.json"]) == 0)
        let third = try inputs.replay(verified, files: 2..<3, resuming: second["checkpoint"])
        let unverified = try inputs.replay(plain, files: 0..<2)
        let alone = try inputs.replay(verified, files: 2..<3, resuming: unverified["checkpoint"])
        let sums = zip(try Self.signatures(first), try Self.signatures(alone)).map {
            Signatures(valid: $0.valid + $1.valid)
        }
        #expect(try Self.signatures(third) == sums)
        expectSame(third, alone, only: ["states.json", "balances.json"], "mixed")
    }

    @Test("without verification leaves the report as it is")
    func without() throws {
        let inputs = try Self.inputs(VariedStream(seed: 92).lines)
        let written = try inputs.replay(ReplayWay())
        #expect(Self.count("signatures", in: written["report.json"]) == 0)
    }
}
