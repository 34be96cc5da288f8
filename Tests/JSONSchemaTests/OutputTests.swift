import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

/// The output formats of JSON Schema.
@Suite("JSONSchema output formats")
struct JSONSchemaOutputTests {
    private func text(_ schema: Schema, _ instance: String, _ format: SchemaOutput) throws -> String
    {
        String(decoding: schema.output(of: try json(instance), as: format), as: UTF8.self)
    }

    private func lines(_ schema: String, _ instance: String) throws -> [String] {
        try compiled(schema).outputUnits(of: try json(instance)).filter {
            !$0.keywordLocation.isEmpty
        }
        .map { "\($0.keywordLocation) \($0.absoluteKeywordLocation ?? "-") \($0.instanceLocation)" }
    }

    /// The example of the specification (2020-12, section 12.4).
    private static let polygon = ##"""
        {"$id": "https://example.com/polygon",
         "$schema": "https://json-schema.org/draft/2020-12/schema",
         "$defs": {"point": {"type": "object",
           "properties": {"x": {"type": "number"}, "y": {"type": "number"}},
           "additionalProperties": false, "required": ["x", "y"]}},
         "type": "array", "items": {"$ref": "#/$defs/point"}, "minItems": 3}
        """##

    private static let instance = #"[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]"#

    @Test("the specification's example, flag")
    func flag() throws {
        let schema = try compiled(Self.polygon)
        #expect(try text(schema, Self.instance, .flag) == #"{"valid":false}"#)
        for format in SchemaOutput.allCases {
            #expect(
                try text(schema, #"[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}]"#, format)
                    == #"{"valid":true}"#)
        }
    }

    @Test("the specification's example, basic")
    func basic() throws {
        let base = "https://example.com/polygon#"
        let expected = [
            unit("", base, "", "a schema refuses the value"),
            unit("/minItems", base + "/minItems", "", "must have at least 3 elements, not 2"),
            unit("/items/$ref", base + "/$defs/point", "/1", "a schema refuses the value"),
            unit(
                "/items/$ref/required", base + "/$defs/point/required", "/1",
                #"the required key \"y\" is missing"#),
            unit(
                "/items/$ref/additionalProperties", base + "/$defs/point/additionalProperties",
                "/1/z", #"unknown key \"z\""#),
        ].joined(separator: ",")
        let result = try text(compiled(Self.polygon), Self.instance, .basic)
        #expect(result == #"{"valid":false,"errors":["# + expected + "]}")
    }

    private func unit(
        _ keyword: String, _ absolute: String, _ instance: String, _ error: String
    ) -> String {
        #"{"keywordLocation":"\#(keyword)","absoluteKeywordLocation":"\#(absolute)","#
            + #""instanceLocation":"\#(instance)","error":"\#(error)"}"#
    }

    @Test("the specification's example, detailed")
    func detailed() throws {
        let result = try text(compiled(Self.polygon), Self.instance, .detailed)
        let root = try json(result)
        let inner = try #require(root.resolve(pointer: "/errors/1/errors"))
        #expect(root["valid"]?.boolean == false)
        #expect(root["keywordLocation"]?.string == "")
        #expect(
            root["errors"]?.elements.compactMap { $0["keywordLocation"]?.string }
                == ["/minItems", "/items/$ref"])
        #expect(
            inner.elements.compactMap { $0["keywordLocation"]?.string }
                == ["/items/$ref/required", "/items/$ref/additionalProperties"])
    }

    @Test("levels with one error are left out, the root never")
    func condensed() throws {
        let schema = try compiled(#"{"properties": {"a": {"anyOf": [{"type": "null"}]}}}"#)
        let root = try json(try text(schema, #"{"a": 1}"#, .detailed))
        #expect(
            root["errors"]?.elements.compactMap { $0["keywordLocation"]?.string }
                == ["/properties/a/anyOf/0/type"])
    }

    @Test("the way goes through each reference")
    func references() throws {
        let schema = ##"""
            {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "inner"},
              "i": {"$id": "https://x.test/inner", "minimum": 5}},
             "$id": "https://x.test/root",
             "properties": {"a b": {"$ref": "#/$defs/a"}}}
            """##
        #expect(
            try lines(schema, #"{"a b": 1}"#) == [
                "/properties/a b/$ref/$ref https://x.test/root#/$defs/b /a b",
                "/properties/a b/$ref/$ref/$ref https://x.test/inner# /a b",
                "/properties/a b/$ref/$ref/$ref/minimum https://x.test/inner#/minimum /a b",
            ])
    }

    @Test("a dynamic reference")
    func dynamicReference() throws {
        let schema = ##"""
            {"$id": "https://x.test/strict", "$dynamicAnchor": "node", "$ref": "tree",
             "unevaluatedProperties": false,
             "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node",
               "properties": {"child": {"$dynamicRef": "#node"}}}}}
            """##
        let lines = try lines(schema, #"{"child": {"x": 1}}"#)
        #expect(
            lines.last == "/$ref/properties/child/$dynamicRef/unevaluatedProperties "
                + "https://x.test/strict#/unevaluatedProperties /child/x")
    }

    @Test("keywords with schemas in lists and under names")
    func places() throws {
        let schema = ##"""
            {"allOf": [true, {"maxProperties": 0}], "patternProperties": {"~": false},
             "then": {"required": ["z"]}, "if": true, "dependentSchemas": {"~": {"not": {}}},
             "propertyNames": {"minLength": 2}}
            """##
        let base = "test:schema#"
        #expect(
            Set(try lines(schema, #"{"~": 1}"#)) == [
                "/allOf/1 \(base)/allOf/1 ",
                "/allOf/1/maxProperties \(base)/allOf/1/maxProperties ",
                "/patternProperties/~0 \(base)/patternProperties/~0 /~0",
                "/then \(base)/then ", "/then/required \(base)/then/required ",
                "/dependentSchemas/~0 \(base)/dependentSchemas/~0 ",
                "/dependentSchemas/~0/not \(base)/dependentSchemas/~0/not ",
                "/propertyNames \(base)/propertyNames /~0",
                "/propertyNames/minLength \(base)/propertyNames/minLength /~0",
            ])
    }

    @Test("every alternative is reported")
    func alternatives() throws {
        let schema = #"{"anyOf": [{"type": "null"}, {"type": "array"}]}"#
        #expect(
            try lines(schema, "1").map { $0.prefix { $0 != " " } } == [
                "/anyOf", "/anyOf/0", "/anyOf/0/type", "/anyOf/1", "/anyOf/1/type",
            ])
    }

    @Test("a settings form has no URI")
    func form() throws {
        let form = try json(#"[{"key": "a", "type": "string", "required": true, "minLength": 2}]"#)
        let schema = try #require(SettingsForm.compile(form).schema)
        let units = schema.outputUnits(of: try json(#"{"a": "x", "b": 1}"#))
        #expect(
            units.map(\.keywordLocation) == [
                "", "/properties/a", "/properties/a/minLength", "/additionalProperties",
            ])
        #expect(units.allSatisfy { $0.absoluteKeywordLocation == nil })
    }

    @Test("the limit of output, on both sides", arguments: [(1 << 20, false), (200, true)])
    func limit(bytes: Int, isExceeded: Bool) throws {
        var limits = SchemaLimits()
        limits.outputBytes = bytes
        let compiler = SchemaCompiler(limits: limits)
        let node = try json(#"{"items": {"type": "null"}}"#)
        let schema = try #require(compiler.compile(node, baseURI: "test:schema").schema)
        let units = schema.outputUnits(of: try json("[1, 2, 3, 4, 5, 6, 7, 8]"))
        #expect(units.contains { $0.error.contains("take more than") } == isExceeded)
    }

    @Test("deep nesting needs no stack to write")
    func deep() throws {
        let schema = try compiled(##"{"items": {"$ref": "#"}, "type": "array"}"##)
        let instance = String(repeating: "[", count: 900) + "1" + String(repeating: "]", count: 900)
        let units = schema.outputUnits(of: try json(instance))
        #expect(units.last?.instanceLocation.utf8.count == 1_800)
        #expect(units.map(\.depth) == Array(0...units.count - 1))
    }
}
