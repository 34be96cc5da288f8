import Documents
import JSONSchema
import SchemaComparison
import SchemaReading
import SourceText
import Testing

/// The answer for two schemas without errors.
func comparison(
    _ old: String, _ new: String, _ dialect: Dialect = .draft2020, assertsFormats: Bool = false
) throws -> SchemaComparison {
    func schema(_ text: String, _ path: String) throws -> ComparedSchema {
        ComparedSchema(
            try json(text, path: path), baseURI: "test:" + path, dialect: dialect,
            assertsFormats: assertsFormats)
    }
    let (comparison, findings) = SchemaComparer.compare(
        try schema(old, "old"), try schema(new, "new"))
    #expect(findings.allSatisfy { $0.severity != .error })
    return try #require(comparison)
}

/// An answer in one line: the verdict, what breaks, and what is not known.
func line(_ comparison: SchemaComparison) -> String {
    let breaking = comparison.breaking.map { "\($0.keyword) at \($0.schema.pointer)" }
    let undecided = comparison.undecided.map { "? \($0.keyword) at \($0.schema.pointer)" }
    return ([comparison.verdict.rawValue] + breaking + undecided).joined(separator: ", ")
}
