import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

/// Schemas and instances that are made to exhaust time or the stack.
@Suite("JSONSchema hostile input")
struct JSONSchemaHostileTests {
    static let size = 10_000

    private func definitions(_ count: Int, _ body: (Int) -> String) -> String {
        (0..<count).map { #""d\#($0)": \#(body($0))"# }.joined(separator: ", ")
    }

    private func isOutOfReach(_ schema: Schema, _ instance: Node) -> Bool {
        schema.failures(of: instance).contains { $0.keyword == "limit" }
    }

    @Test("a long chain of references ends where it ends")
    func references() throws {
        let chain = definitions(Self.size) { ##"{"$ref": "#/$defs/d\##($0 + 1)"}"## }
        let schema = try compiled(
            ##"{"$ref": "#/$defs/d0", "$defs": {\##(chain), "d\##(Self.size)": {"type": "null"}}}"##
        )
        #expect(schema.isValid(try json("null")))
        #expect(!schema.isValid(try json("1")))
    }

    @Test("a long chain of schemas for one value is given up, and says so")
    func applications() throws {
        let chain = definitions(Self.size) { ##"{"allOf": [{"$ref": "#/$defs/d\##($0 + 1)"}]}"## }
        let text =
            ##"{"$ref": "#/$defs/d0", "$defs": {\##(chain), "d\##(Self.size)": {"type": "null"}}}"##
        var limits = SchemaLimits()
        limits.depth = 1_000
        let compiler = SchemaCompiler(limits: limits)
        let schema = try #require(compiler.compile(try json(text), baseURI: "test:chain").schema)
        let instance = try json("null")
        #expect(!schema.isValid(instance))
        #expect(isOutOfReach(schema, instance))
    }

    @Test("a recursive schema goes as deep as documents do")
    func depth() throws {
        let schema = try compiled(
            ##"{"anyOf": [{"type": "null"}, {"items": {"$ref": "#"}, "maxItems": 1}]}"##)
        let deep = String(repeating: "[", count: 990) + "%" + String(repeating: "]", count: 990)
        func instance(_ core: String) throws -> Node {
            try json(deep.replacing("%", with: core))
        }
        #expect(schema.isValid(try instance("null")))
        #expect(!schema.isValid(try instance("1, 2")))
        #expect(schema.failures(of: try instance("1, 2")).count == 1)
    }

    @Test("a deep schema")
    func deepSchema() throws {
        let count = 490
        let schema = try compiled(
            String(repeating: #"{"items": "#, count: count) + #"{"type": "null"}"#
                + String(repeating: "}", count: count))
        let left = String(repeating: "[", count: count)
        let right = String(repeating: "]", count: count)
        #expect(schema.isValid(try json(left + "null" + right)))
        #expect(!schema.isValid(try json(left + "1" + right)))
    }

    @Test("alternatives of alternatives are given up, and say so")
    func exponential() throws {
        let chain = definitions(40) {
            ##"{"anyOf": [{"$ref": "#/$defs/d\##($0 + 1)"}, {"$ref": "#/$defs/d\##($0 + 1)"}]}"##
        }
        let text = ##"{"$ref": "#/$defs/d0", "$defs": {\##(chain), "d40": {"minimum": 1}}}"##
        var limits = SchemaLimits()
        limits.steps = 100_000
        let compiler = SchemaCompiler(limits: limits)
        let schema = try #require(
            compiler.compile(try json(text), baseURI: "test:diamonds").schema)
        #expect(schema.isValid(try json("1")))
        let instance = try json("0")
        #expect(!schema.isValid(instance))
        #expect(isOutOfReach(schema, instance))
    }

    @Test("many keys, all declared and required")
    func manyKeys() throws {
        let names = (0..<Self.size).map { "\"k\($0)\"" }
        let properties = names.map { $0 + #": {"type": "integer"}"# }.joined(separator: ",")
        let dependencies = names.indices.dropLast().map { "\(names[$0]): [\(names[$0 + 1])]" }
        let schema = try compiled(
            """
            {"properties": {\(properties)}, "additionalProperties": false,
             "required": [\(names.joined(separator: ","))],
             "dependentRequired": {\(dependencies.joined(separator: ","))}}
            """)
        let values = names.map { $0 + ": 1" }
        #expect(schema.isValid(try json("{\(values.joined(separator: ","))}")))
        #expect(!schema.isValid(try json("{\(values.dropLast().joined(separator: ","))}")))
    }

    @Test("many elements, all different")
    func manyElements() throws {
        let schema = try compiled(#"{"uniqueItems": true}"#)
        let elements = (0..<Self.size).map(String.init).joined(separator: ",")
        #expect(schema.isValid(try json("[\(elements)]")))
        #expect(!schema.isValid(try json("[\(elements), 1e1]")))
    }

    @Test("numbers of any size")
    func numbers() throws {
        let tiny = try compiled(#"{"multipleOf": 1e-1000000000}"#)
        #expect(tiny.isValid(try json("1e1000000000")))
        #expect(tiny.isValid(try json("12345678901234567890123")))
        let length = try compiled(#"{"maxLength": 1e400, "minLength": 1.0}"#)
        #expect(length.isValid(try json(#""a""#)))
        let large = "1" + String(repeating: "3", count: 1_000)
        let result = SchemaCompiler().compile(
            try json("{\"multipleOf\": \(large)}"), baseURI: "test:large")
        #expect(result.schema == nil)
        #expect(result.diagnostics.map(\.pointer) == ["/multipleOf"])
        #expect(try compiled("{\"multipleOf\": \(large.dropLast())}").isValid(try json("0")))
    }

    @Test("a pattern that backtracks")
    func pattern() throws {
        let schema = try compiled(#"{"pattern": "^(a+)+$"}"#)
        let text = String(repeating: "a", count: Self.size)
        #expect(schema.isValid(try json("\"\(text)\"")))
        #expect(!schema.isValid(try json("\"\(text)!\"")))
    }

    @Test("a pattern that takes too many steps is a failure that names it, also under not")
    func patternLimit() throws {
        let pattern = #"^(a*)*\\1b$"#
        let text = try json("\"\(String(repeating: "a", count: 1_000))\"")
        let schema = try compiled("{\"not\": {\"pattern\": \"\(pattern)\"}}")
        if schema.isValid(text) { return }
        let failure = try #require(schema.failures(of: text).first)
        #expect(failure.keyword == "limit")
        #expect(failure.message.contains("pattern"))
    }
}
