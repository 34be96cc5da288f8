import Documents
import JSONSchema
import SchemaReading
import SourceText
import Testing

/// The array dialect: what a form means, and what is said of a wrong one.
@Suite("Settings forms")
struct JSONSchemaFormTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: String
        let expected: [String]

        init(_ name: String, _ input: String, _ expected: String...) {
            testDescription = name
            self.input = input
            self.expected = expected
        }
    }

    static let form = #"""
        [{"key": "merchant", "type": "string", "required": true, "pattern": "^M-", "maxLength": 6},
         {"key": "secret", "type": "password", "minLength": 3, "required": true},
         {"key": "mode", "type": "select", "default": "test",
          "options": ["test", {"value": "live", "label": "Live"}]},
         {"key": "flags", "type": "checkbox", "options": ["a", "b"], "default": ["b"]}]
        """#

    @Test(
        "settings",
        arguments: [
            Row(
                "valid",
                #"{"merchant": "M-1", "secret": "xyz", "mode": "live", "flags": ["b", "a"]}"#),
            Row(
                "missing", "{}",
                #"required at / by : the required keys "merchant" and "secret" are missing"#),
            Row(
                "no object", "[]", "type at / by : must be an object, not an array"),
            Row(
                "unknown key", #"{"merchant": "M-1", "secret": "xyz", "mod": "live"}"#,
                #"additionalProperties at key /mod by : unknown key "mod" [did you mean "mode"?]"#),
            Row(
                "type", #"{"merchant": "M-1", "secret": 12345}"#,
                "type at /secret by /1/type: must be a string, not a number"),
            Row(
                "secret is not shown", #"{"merchant": "X", "secret": "no"}"#,
                #"pattern at /merchant by /0/pattern: must match the pattern "^M-", not "X""#,
                "minLength at /secret by /1/minLength: must have at least 3 characters"),
            Row(
                "option", #"{"merchant": "M-1", "secret": "xyz", "mode": "life"}"#,
                #"enum at /mode by /2/options: must be one of "test" or "live", not "life" "#
                    + #"[did you mean "live"?]"#),
            Row(
                "checkbox", #"{"merchant": "M-1", "secret": "xyz", "flags": ["a", "c", "a"]}"#,
                #"uniqueItems at /flags/2 by /3/type: repeats element 1 ("a"); "#
                    + "elements must differ",
                #"enum at /flags/1 by /3/options: must be one of "a" or "b", not "c""#),
        ])
    func settings(row: Row) throws {
        let result = SettingsForm.compile(try json(Self.form))
        #expect(result.diagnostics.map(line) == [])
        let schema = try #require(result.schema)
        let failures = schema.failures(of: try json(row.input)).map(line)
        #expect(Set(failures) == Set(row.expected))
        #expect(failures.count == row.expected.count)
    }

    @Test(
        "wrong forms",
        arguments: [
            Row("empty", "[]"),
            Row(
                "no array", "{}",
                "settings-form-invalid  <{}>: a settings form is an array of fields, not an object"),
            Row(
                "no field", "[1]",
                "settings-form-invalid /0 <1>: a field is an object, not a number"),
            Row(
                "nothing given", "[{}]",
                #"settings-form-invalid /0 <{}>: the field has no "key""#,
                #"settings-form-invalid /0 <{}>: the field has no "type""#),
            Row(
                "twice", #"[{"key": "a", "type": "text"}, {"key": "a", "type": "text"}]"#,
                #"settings-form-invalid /1/key <"a">: the key "a" belongs to another field already"#
            ),
            Row(
                "unknown type", #"[{"key": "a", "type": "pasword"}]"#,
                #"settings-form-invalid /0/type <"pasword">: "type" must be string, password, text, "#
                    + #"select, radio or checkbox, not "pasword" [did you mean "password"?]"#),
            Row(
                "unknown key", #"[{"key": "a", "type": "text", "lable": "A"}]"#,
                #"settings-form-invalid /0/lable <"lable">: a field has no key "lable" "#
                    + #"[did you mean "label"?]"#),
            Row(
                "no options", #"[{"key": "a", "type": "radio"}]"#,
                #"settings-form-invalid /0/type <"radio">: a field of type "radio" needs "options""#
            ),
            Row(
                "options of a text", #"[{"key": "a", "type": "text", "options": ["a"]}]"#,
                #"settings-form-invalid /0/options <"options">: a field of type "text" has no "#
                    + #""options"; only select, radio and checkbox fields have"#),
            Row(
                "options", #"[{"key": "a", "type": "radio", "options": ["a", {"value": "a"}, 1]}]"#,
                #"settings-form-invalid /0/options/1 <{"value": "a"}>: the option has no "label""#,
                "settings-form-invalid /0/options/2 <1>: an option is a string or an object with "
                    + #""value" and "label", not the number 1"#,
                #"settings-form-invalid /0/options/1/value <"a">: "#
                    + #"the value "a" belongs to another option already"#),
            Row(
                "pattern of a choice",
                #"[{"key": "a", "type": "select", "options": ["a"], "pattern": "a"}]"#,
                #"settings-form-invalid /0/pattern <"pattern">: a field of type "select" has no "#
                    + #""pattern"; only string, password and text fields have"#),
            Row(
                "lengths", #"[{"key": "a", "type": "text", "minLength": 2, "maxLength": 1}]"#,
                #"settings-form-invalid /0/maxLength <1>: "maxLength" is less than "minLength""#),
            Row(
                "default", #"[{"key": "a", "type": "text", "default": "b", "minLength": 2}]"#,
                #"settings-form-invalid /0/default <"b">: the default is not valid: "#
                    + "it must have at least 2 characters, not 1"),
        ])
    func wrong(row: Row) throws {
        let result = SettingsForm.compile(try json(row.input))
        #expect(result.diagnostics.map(line) == row.expected)
        #expect((result.schema == nil) == !row.expected.isEmpty)
    }

    @Test("a wrong pattern is found")
    func pattern() throws {
        let form = try json(#"[{"key": "a", "type": "text", "pattern": "a{2,1}"}]"#)
        let result = SettingsForm.compile(form)
        #expect(result.diagnostics.map(\.code) == [.schemaPatternInvalid])
        #expect(result.schema == nil)
    }

    @Test("passwords are secret")
    func secrets() throws {
        let schema = try #require(SettingsForm.compile(try json(Self.form)).schema)
        let settings = try json(#"{"merchant": "M-1", "secret": "xyz"}"#)
        #expect(
            schema.disclosure(of: settings, hiding: .secrets).hidden.map(\.node.pointer) == [
                "/secret"
            ])
    }
}
