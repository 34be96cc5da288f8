import Payments
import TestSupport
import Testing

@Suite("Times and amounts as far apart as they can be")
struct ExtremeStreamTests {
    /// The folder of a stream and its configuration.
    private static func folder(seed: UInt64) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("config/connectors.yaml", ExtremeStream.configuration)
        try folder.write(
            "e.ndjson", ExtremeStream(seed: seed).lines.map { $0 + "\n" }.joined())
        return folder
    }

    private static func expectSuccess(
        _ arguments: [String], in folder: TemporaryFolder, seed: UInt64,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try Program.run(arguments, in: folder.url)
        #expect(
            outcome.exitCode == 0, "seed \(seed): \(arguments): \(outcome.errorText)",
            sourceLocation: location)
    }

    @Test("are replayed with every output, by any way", arguments: 0..<8 as Range<UInt64>)
    func replay(seed: UInt64) throws {
        let folder = try Self.folder(seed: seed)
        for more in [["--threads", "1"], ["--threads", "2"], ["--memory", "64MiB"]] {
            let arguments = ["replay", "--config", "config", "--trace", "--checkpoint", "k"]
            try Self.expectSuccess(
                arguments + more + ["--out", "out", "e.ndjson"], in: folder, seed: seed)
            try Self.expectSuccess(
                ["replay", "--config", "config", "--resume", "k", "--out", "out", "none.ndjson"],
                in: try {
                    try folder.write("none.ndjson", "")
                    return folder
                }(), seed: seed)
        }
    }

    @Test("are explained in every format", arguments: 0..<8 as Range<UInt64>)
    func explain(seed: UInt64) throws {
        let folder = try Self.folder(seed: seed)
        for format in ["text", "json", "mermaid"] {
            for question in ["completed", "processing", "waiting-for-payment"] {
                try Self.expectSuccess(
                    ["explain", "--config", "config", "--payment", "p", "--format", format]
                        + (format == "mermaid" ? [] : ["--why-not", question]) + ["e.ndjson"],
                    in: folder, seed: seed)
            }
        }
    }

    @Test(
        "are varied and recorded, and the scenarios that are written hold",
        arguments: 0..<8 as Range<UInt64>)
    func scenarios(seed: UInt64) throws {
        let folder = try Self.folder(seed: seed)
        for format in ["text", "json"] {
            try Self.expectSuccess(
                ["explore", "--config", "config", "--format", format]
                    + ["--write-scenarios", "variations-\(format)", "--from", "e.ndjson"],
                in: folder, seed: seed)
        }
        try folder.write("recorded/.keep", "")
        try Self.expectSuccess(
            ["test", "--config", "config", "--record", "e.ndjson", "--out", "recorded/r.yaml"],
            in: folder, seed: seed)
        try Self.expectSuccess(
            ["test", "--coverage", "variations-text", "recorded"], in: folder, seed: seed)
    }
}
