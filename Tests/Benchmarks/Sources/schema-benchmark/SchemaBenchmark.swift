import Foundation
import Measuring

/// Measures how long validation takes, side by side with another validator.
@main
struct SchemaBenchmark {
    static let usage = """
        usage: schema-benchmark generate CASES FOLDER [--count N]
               schema-benchmark run FOLDER [--runs N] [--peer COMMAND] [CASE...]
               schema-benchmark lines FOLDER --program COMMAND [--peer COMMAND] [--runs N] [CASE...]

        generate  writes for each CASES/NAME/schema.json, and for a made one of 5,000 lines, a
                  FOLDER/NAME/schema.json and N instances (1,000) to
                  FOLDER/NAME/instances.ndjson; the same ones every time
        run       compiles each FOLDER/NAME/schema.json, parses FOLDER/NAME/instances.ndjson, and
                  prints the nanoseconds per instance: medians of N runs (15), in turn with the peer
        lines     runs whole programs over FOLDER/NAME/instances.ndjson, in turn, and prints their
                  times; in a COMMAND, {schema} and {instances} stand for the paths:
                  --program 'connectorctl schema validate --schema {schema} --lines {instances}'

        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        var options: [String: String] = [:]
        var words: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument.hasPrefix("--") {
                options[argument] = rest.popFirst() ?? ""
            } else {
                words.append(argument)
            }
        }
        switch words.first {
        case "generate" where words.count == 3:
            let count = options["--count"].flatMap { Int($0) } ?? 1_000
            try generate(from: words[1], into: words[2], count)
        case "run" where words.count >= 2:
            var comparison = Comparison(
                folder: words[1], runs: options["--runs"].flatMap { Int($0) } ?? 15,
                peer: options["--peer"])
            try comparison.run(only: Array(words.dropFirst(2)))
        case "lines" where words.count >= 2 && options["--program"] != nil:
            let comparison = LineComparison(
                folder: words[1], runs: options["--runs"].flatMap { Int($0) } ?? 15,
                program: options["--program"] ?? "", peer: options["--peer"])
            try comparison.run(only: Array(words.dropFirst(2)))
        default: throw BenchmarkError(message: usage)
        }
    }

    private static func generate(from cases: String, into folder: String, _ count: Int) throws {
        for (name, make) in makers {
            let target = URL(filePath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: target, withIntermediateDirectories: true)
            let file = URL(filePath: "\(cases)/\(name)/schema.json")
            let isMade = name == LargeCase.name
            let schema = isMade ? Data(LargeCase.schema.utf8) : try Data(contentsOf: file)
            try schema.write(to: target.appending(path: "schema.json"))
            var random = Random(seed: 2026)
            let lines = Data(random.lines(count, make).utf8)
            try lines.write(to: target.appending(path: "instances.ndjson"))
        }
    }
}
