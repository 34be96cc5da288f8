public import Documents
public import JSONSchema
import SourceText
import Testing

/// The root of a JSON text.
public func json(_ text: String, path: String = "test.json") throws -> Node {
    try #require(JSONReader.read(SourceText(path: path, bytes: Array(text.utf8))).document).root
}

/// The compiled schema of a JSON text that has nothing wrong with it.
public func compiled(_ text: String, _ dialect: Dialect = .draft2020) throws -> Schema {
    let compiler = SchemaCompiler(defaultDialect: dialect)
    let result = compiler.compile(try json(text, path: "schema.json"), baseURI: "test:schema")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    return try #require(result.schema)
}
