import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

@Suite("JSONSchema dialects and limits")
struct JSONSchemaDialectTests {
    @Test("1.0 is an integer except in draft 4", arguments: Dialect.allCases)
    func integers(dialect: Dialect) throws {
        let schema = try compiled(#"{"type": "integer"}"#, dialect)
        #expect(schema.isValid(try json("1")))
        #expect(schema.isValid(try json("1.0")) == (dialect != .draft4))
        #expect(schema.isValid(try json("10e-1")) == (dialect != .draft4))
        #expect(!schema.isValid(try json("1.5")))
        #expect(!schema.isValid(try json("true")))
    }

    @Test("siblings of $ref count since 2019-09", arguments: Dialect.allCases)
    func siblings(dialect: Dialect) throws {
        let schema = try compiled(
            ##"{"items": {"$ref": "#/definitions/a", "maxLength": 1}, "definitions": {"a": {}}}"##,
            dialect)
        let isOld = [.draft4, .draft6, .draft7].contains(dialect)
        #expect(schema.isValid(try json(#"["ab"]"#)) == isOld)
    }

    @Test("$schema chooses the dialect, also of an embedded resource")
    func embedded() throws {
        let schema = try compiled(
            #"""
            {"prefixItems": [{"$ref": "old"}], "$defs": {"old": {
              "$schema": "http://json-schema.org/draft-07/schema#", "$id": "old",
              "items": [{"type": "string"}], "additionalItems": false}}}
            """#)
        #expect(schema.isValid(try json(#"[["a"]]"#)))
        #expect(!schema.isValid(try json(#"[["a", "b"]]"#)))
        #expect(!schema.isValid(try json("[[1]]")))
    }

    @Test("what is wrong in an embedded resource is wrong by its own dialect")
    func embeddedFindings() throws {
        let schema = try json(
            #"""
            {"$defs": {"old": {"$schema": "http://json-schema.org/draft-04/schema#", "id": "old",
              "minimum": 1, "exclusiveMinimum": 2}}}
            """#)
        let result = SchemaCompiler().compile(schema, baseURI: "test:schema")
        #expect(result.diagnostics.map(\.pointer) == ["/$defs/old/exclusiveMinimum"])
    }

    @Test("the depth limit, on both sides", arguments: [(9, true), (11, false)])
    func depth(count: Int, isWithin: Bool) throws {
        var limits = SchemaLimits()
        limits.depth = 10
        let compiler = SchemaCompiler(limits: limits)
        let node = try json(##"{"items": {"$ref": "#"}}"##)
        let schema = try #require(compiler.compile(node, baseURI: "test:schema").schema)
        let left = String(repeating: "[", count: count)
        let instance = try json(left + String(repeating: "]", count: count))
        #expect(schema.isValid(instance) == isWithin)
        #expect(schema.failures(of: instance).map(\.keyword) == (isWithin ? [] : ["limit"]))
    }

    @Test("the limit of nodes, on both sides", arguments: [(5, true), (4, false)])
    func nodes(limit: Int, isWithin: Bool) throws {
        var limits = SchemaLimits()
        limits.schemaNodes = limit
        let schema = try json(#"{"type": "string", "minLength": 1}"#)
        let result = SchemaCompiler(limits: limits).compile(schema, baseURI: "test:schema")
        #expect((result.schema != nil) == isWithin)
        #expect(result.diagnostics.isEmpty == isWithin)
    }

    @Test("the stack of the caller is not what limits depth")
    func shallowDepth() throws {
        var limits = SchemaLimits()
        limits.shallowDepth = 3
        let compiler = SchemaCompiler(limits: limits)
        let node = try json(##"{"items": {"$ref": "#"}, "maxItems": 1}"##)
        let schema = try #require(compiler.compile(node, baseURI: "test:schema").schema)
        #expect(schema.isValid(try json("[[[[[[]]]]]]")))
        let failures = schema.failures(of: try json("[[[[[[1, 2]]]]]]"))
        #expect(failures.map(\.keyword) == ["maxItems"])
    }
}
