import Configuration
import Reporting
import SourceText
import TestSupport
import Testing

@Suite("Whatever the files hold, they are reported on")
struct MutationTests {
    /// Pieces that are likely to change what a text means.
    private static let pieces = [
        "$env", "$file", ": ", "- ", "---\n", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "!",
        "null", "true", "1e999", "\n", "  ", "\t", "\u{0}", "é", "\u{202E}", "apiVersion",
        "connectorctl/v1", "$ref", "../", "https://u:p@h", "|", ">", "%", "<<: ", "- {key: a}",
    ]

    /// How many configurations each part of the test tries.
    private static let rounds = Rounds.count("CONNECTORCTL_ROUNDS", usual: 15)

    @Test("mutated samples", arguments: 0..<8)
    func mutations(_ part: Int) throws {
        let names = try ProjectFiles.files(below: "samples/broken").filter { !$0.hasSuffix(".md") }
        let samples = try names.map { try ProjectFiles.bytes("samples/broken/" + $0) }
        let mutator = Mutator(pieces: Self.pieces, others: samples)
        for round in 0..<Self.rounds {
            let seed = UInt64(part * 1_000_000 + round)
            var random = SeededGenerator(seed: seed)
            let folder = try TemporaryFolder()
            for _ in 0..<3 {
                let index = random.below(samples.count)
                var text = samples[index]
                mutator.mutate(&text, most: 4, using: &random)
                try folder.write(names[index], bytes: text)
            }
            let loaded = try folder.load()
            var bytes = 0
            let report = Report(loaded.diagnostics, files: 1, documents: 1)
            TextReport().write(report) { bytes += $0.count }
            JSONReport().write(report) { bytes += $0.count }
            #expect(bytes > 0, "seed \(seed)")
            _ = loaded.overview.flatMap { loaded.settingSummaries(of: $0.connector) }
        }
    }
}
