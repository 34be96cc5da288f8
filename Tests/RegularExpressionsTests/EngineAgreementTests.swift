import TestSupport
import Testing

@testable import RegularExpressions

@Suite("All ways of matching agree")
struct EngineAgreementTests {
    @Test("Random patterns match random texts alike", arguments: 1...40)
    func agree(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var parsed = 0
        for _ in 0..<50 {
            let source = RandomPattern.source(depth: 4, using: &random)
            // What the parser does not take is another test's matter.
            guard let syntax = try? ParsedPattern(parsing: source) else { continue }
            parsed += 1
            let engines = try Engines(syntax)
            for _ in 0..<5 {
                let text = RandomPattern.text(using: &random)
                let answers = try engines.answers(to: text)
                #expect(
                    Set(answers.values).count == 1,
                    "seed \(seed): \(source) on \(text.debugDescription): \(answers)")
            }
        }
        #expect(parsed > 10, "seed \(seed)")
    }
}

/// One pattern in every engine that takes it.
private struct Engines {
    private let chosen: Matcher
    private let backtracker: Backtracker
    private let threads: ThreadMatcher?
    private let table: TableMatcher?

    init(_ syntax: ParsedPattern) throws {
        chosen = try Matcher(of: syntax)
        backtracker = Backtracker(program: try BacktrackingProgram(of: syntax))
        let program =
            syntax.hasBackreferences ? nil : try PatternProgram(of: syntax.root, in: syntax)
        threads = program.map { ThreadMatcher(program: $0) }
        table = program.flatMap { TableBuilder.table(of: $0) }
    }

    func answers(to text: String) throws -> [String: Bool] {
        var text = text
        return try text.withUTF8 { bytes in
            let text = UTF8Text(UnsafeRawBufferPointer(bytes))
            var answers = [
                "chosen": try chosen.matches(text), "backtracker": try backtracker.matches(text),
            ]
            answers["threads"] = threads?.matches(text)
            answers["table"] = table?.matches(text)
            return answers
        }
    }
}
