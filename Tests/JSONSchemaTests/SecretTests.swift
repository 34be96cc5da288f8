import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

@Suite("JSONSchema secrets")
struct JSONSchemaSecretTests {
    @Test("are found wherever the schema says so")
    func found() throws {
        let schema = try compiled(
            ##"""
            {"properties": {"a": {"writeOnly": true}, "b": {"$ref": "#/$defs/p"}},
             "allOf": [{"patternProperties": {"^x-": {"format": "password"}}}],
             "anyOf": [{"required": ["never"], "properties": {"c": {"$ref": "#/$defs/p"}}}, true],
             "if": {"required": ["never"]}, "then": {"properties": {"d": {"writeOnly": true}}},
             "additionalProperties": {"items": {"writeOnly": true}},
             "$defs": {"p": {"type": "string", "format": "password"}}}
            """##)
        let instance = try json(
            #"{"a": 1, "b": "s", "x-y": "s", "c": "s", "d": {}, "list": ["s"], "free": "f"}"#)
        #expect(
            schema.disclosure(of: instance, hiding: .secrets).hidden.map(\.node.pointer)
                == ["/a", "/b", "/x-y", "/c", "/d", "/list/0"])
    }

    @Test("in a schema too large to be walked include those under misspelt keys")
    func misspeltInLargeSchema() throws {
        let branches = (0..<1_500).map { #"{"properties": {"p\#($0)": {}}}"# }
        let schema = try compiled(
            #"""
            {"allOf": [\#(branches.joined(separator: ","))],
             "properties": {"key": {"writeOnly": true, "exmaple": "hunter2"}}}
            """#)
        #expect(schema.secretLiterals.map(\.string) == ["hunter2"])
    }

    @Test("are secret beside $ref, too", arguments: Dialect.allCases)
    func besideReference(dialect: Dialect) throws {
        let schema = try compiled(
            ##"""
            {"properties": {"a": {"$ref": "#/definitions/s", "writeOnly": true},
             "b": {"$ref": "#/definitions/s", "format": "password"},
             "c": {"$ref": "#/definitions/s"}}, "definitions": {"s": {"type": "string"}}}
            """##, dialect)
        let instance = try json(#"{"a": "s", "b": "s", "c": "s"}"#)
        #expect(
            schema.disclosure(of: instance, hiding: .secrets).hidden.map(\.node.pointer) == [
                "/a", "/b",
            ])
    }

    @Test("are never shown, nor what is inside them")
    func hidden() throws {
        let schema = try compiled(
            #"""
            {"properties": {"a": {"allOf": [{"pattern": "^x"}, {"writeOnly": true}]},
             "b": {"writeOnly": true, "items": {"enum": ["x"], "type": "string"}},
             "c": {"anyOf": [{"const": 1}, {"type": "null"}], "writeOnly": true}}}
            """#)
        let instance = try json(#"{"a": "hunter2", "b": ["hunter2", 47110815], "c": "hunter2"}"#)
        let failures = schema.failures(of: instance)
        #expect(failures.count == 4)
        for failure in failures {
            let text = failure.message + (failure.hint ?? "")
            #expect(!text.contains("hunter2") && !text.contains("4711"), "\(text)")
        }
    }

    @Test(
        "opaque strings are strings, and satisfy every assertion about strings",
        arguments: [
            (#"{"type": "string"}"#, true),
            (#"{"type": "number"}"#, false),
            (#"{"minLength": 99, "pattern": "^x", "maxLength": 0}"#, true),
            (#"{"enum": ["a", 1]}"#, true),
            (#"{"enum": [1]}"#, false),
            (#"{"const": "a"}"#, true),
            (#"{"not": {"const": "a"}}"#, true),
            (#"{"not": {"type": "string"}}"#, false),
            (#"{"oneOf": [{"const": "a"}, {"const": "b"}, {"type": "null"}]}"#, true),
        ])
    func opaque(text: String, isValid: Bool) throws {
        var builder = DocumentBuilder(source: SourceText(path: "a", bytes: []))
        builder.append(.string, text: [], SourceRange(at: 0), flags: .opaque)
        let instance = builder.finish().root
        let schema = try compiled(text)
        #expect(schema.isValid(instance) == isValid)
        #expect(schema.failures(of: instance).isEmpty == isValid)
    }

    @Test("two opaque strings are not known to be equal")
    func unique() throws {
        var builder = DocumentBuilder(source: SourceText(path: "a", bytes: []))
        builder.begin(.array, at: 0)
        for _ in 0..<2 { builder.append(.string, text: [], SourceRange(at: 0), flags: .opaque) }
        builder.endContainer(at: 0)
        #expect(try compiled(#"{"uniqueItems": true}"#).isValid(builder.finish().root))
    }
}
