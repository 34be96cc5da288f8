import Documents
import JSONSchema
import JSONText
import SchemaComparison
import SchemaReading
import SourceText
import TestSupport
import Testing

/// What must be true of every answer: nothing contradicts a `safe`, and each example of a `breaking`
/// is one.
@Suite("JSONSchema comparison properties")
struct JSONSchemaComparePropertyTests {
    /// The seeds of one test case; `CONNECTORCTL_COMPARE_SEEDS` asks for more.
    private static let seeds = Rounds.count("CONNECTORCTL_COMPARE_SEEDS", usual: 120)

    @Test("random schemas", arguments: 0..<4)
    func random(batch: Int) throws {
        var counts: [SchemaComparison.Verdict: Int] = [:]
        for seed in 0..<Self.seeds {
            let verdict = try check(seed: UInt64(batch * Self.seeds + seed))
            counts[verdict, default: 0] += 1
        }
        // Most answers are certain; a prover that says `unknown` to everything would be sound, too.
        #expect(counts[.unknown, default: 0] * 4 < Self.seeds, "\(counts)")
        #expect(counts[.safe, default: 0] > 0 && counts[.breaking, default: 0] > 0)
    }

    private func check(seed: UInt64) throws -> SchemaComparison.Verdict {
        var random = RandomSchema(seed: seed)
        let (old, new) = random.pair(deep: 2)
        let about = Comment(rawValue: "seed \(seed): \(old) -> \(new)")
        let before = try compiled(old)
        let after = try compiled(new)
        let answer = try comparison(old, new)
        for item in answer.breaking {
            let example = try json(item.example)
            #expect(before.isValid(example) && !after.isValid(example), about)
        }
        guard answer.verdict == .safe else { return answer.verdict }
        for _ in 0..<150 {
            let text = random.value(3)
            let value = try json(text)
            if before.isValid(value) && !after.isValid(value) {
                Issue.record("seed \(seed): \(text) contradicts \(old) -> \(new)")
            }
        }
        #expect(try comparison(old, old).verdict == .safe, about)
        return .safe
    }

    @Test(
        "schemas of the public suite", .needs(suite: SuiteFolder.name),
        arguments: Dialect.allCases)
    func suite(dialect: Dialect) throws {
        for file in try SuiteFolder.files(in: dialect.folder) {
            let groups = Array(try #require(SuiteFolder.read(file)).elements)
            let values = groups.flatMap { $0["tests"].map { Array($0.elements) } ?? [] }
                .compactMap { $0["data"] }
            for (index, group) in groups.enumerated() {
                let other = groups[(index + 1) % groups.count]
                try check(group, group, values, dialect)
                // One dialect is enough for pairs, which take much longer than a schema with itself.
                if dialect == .draft2020 { try check(group, other, values, dialect) }
            }
        }
    }

    private func check(
        _ old: Node, _ new: Node, _ values: [Node], _ dialect: Dialect
    ) throws {
        let left = try #require(old["schema"])
        let right = try #require(new["schema"])
        let about = Comment(rawValue: "\(left.span.source.path) \(left.pointer) \(right.pointer)")
        let answer = try #require(
            SchemaComparer.compare(schema(left, dialect), schema(right, dialect)).comparison)
        if left.isSame(as: right) {
            let isDynamic = hasDynamicReference(left)
            #expect(answer.verdict == .safe || isDynamic && answer.verdict == .unknown, about)
        }
        let before = try usable(left, dialect)
        let after = try usable(right, dialect)
        for item in answer.breaking {
            let example = try json(item.example)
            #expect(before.isValid(example) && !after.isValid(example), about)
        }
        guard answer.verdict == .safe else { return }
        for value in values where before.isValid(value) { #expect(after.isValid(value), about) }
    }

    private func schema(_ node: Node, _ dialect: Dialect) -> ComparedSchema {
        ComparedSchema(
            node, baseURI: "test:suite", dialect: dialect, load: SuiteFolder.remote)
    }

    private func usable(_ node: Node, _ dialect: Dialect) throws -> Schema {
        let compiler = SchemaCompiler(defaultDialect: dialect, load: SuiteFolder.remote)
        return try #require(compiler.compile(node, baseURI: "test:suite").schema)
    }

    /// Whether the schema may hold references that depend on the way to them, itself or by a
    /// reference to another document.
    private func hasDynamicReference(_ node: Node) -> Bool {
        let schema = String(decoding: JSONWriter.bytes(of: node), as: UTF8.self)
        return ["$dynamicRef", "$recursiveRef", "draft/20", "localhost"].contains {
            schema.contains($0)
        }
    }
}
