import Configuration
import Files
import Reporting
import SourceText
import TestSupport
import Testing

@Suite("Whatever stands in the files, they are reported on")
struct MutationTests {
    /// Pieces that are likely to change what a text means.
    static let pieces = [
        "$env", "$file", ": ", "- ", "---\n", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "!",
        "null", "true", "1e999", "\n", "  ", "\t", "\u{0}", "é", "\u{202E}", "apiVersion",
        "connectorctl/v1", "$ref", "../", "https://u:p@h", "|", ">", "%", "<<: ", "- {key: a}",
    ]

    private func mutated(
        _ text: [UInt8], with others: [[UInt8]], _ random: inout SeededGenerator
    ) -> [UInt8] {
        var text = text
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let start = Int.random(in: 0...text.count, using: &random)
            let end = min(start + Int.random(in: 0...12, using: &random), text.count)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text.removeSubrange(start..<end)
            case 1:
                let piece = Self.pieces.randomElement(using: &random) ?? ""
                text.insert(contentsOf: piece.utf8, at: start)
            case 2 where start < text.count:
                text[start] = UInt8.random(in: 0...255, using: &random)
            default:
                let other = others.randomElement(using: &random) ?? []
                let from = Int.random(in: 0...other.count, using: &random)
                text.replaceSubrange(start..<end, with: other[from...].prefix(40))
            }
        }
        return text
    }

    @Test("mutated samples", arguments: 0..<8)
    func mutations(_ part: Int) throws {
        let names = try Samples.files(in: Samples.broken).filter { !$0.hasSuffix(".md") }
        let samples = try names.map {
            try WholeFile.read(Samples.broken + "/" + $0, limitBytes: 1 << 20)
        }
        for round in 0..<Samples.mutationRounds {
            let seed = UInt64(part * 1_000_000 + round)
            var random = SeededGenerator(seed: seed)
            let folder = try TemporaryFolder()
            for _ in 0..<3 {
                guard let index = samples.indices.randomElement(using: &random) else { return }
                let text = mutated(samples[index], with: samples, &random)
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
