import Documents
import JSONSchema
import SchemaReading
import TestSupport
import Testing

/// Verdicts take fast ways; they must lead where the exact ones do.
@Suite("JSONSchema fused steps")
struct JSONSchemaFusedStepTests {
    @Test("names of every length are told apart", arguments: 0..<40)
    func names(length: Int) throws {
        let name = String(repeating: "abcdefghij", count: 4).prefix(length)
        let schema = try compiled(
            #"{"properties": {"\#(name)": {"type": "null"}, "other": {}, "third": {}},"#
                + #" "required": ["\#(name)"], "additionalProperties": {"const": 1}}"#)
        #expect(schema.isValid(try json(#"{"\#(name)": null}"#)))
        #expect(!schema.isValid(try json(#"{"\#(name)": 1}"#)))
        #expect(!schema.isValid(try json(#"{"\#(name)x": 1}"#)))
        #expect(schema.isValid(try json(#"{"\#(name)x": 1, "\#(name)": null}"#)))
        for position in 0..<length {
            var scalars = Array(name.unicodeScalars)
            scalars[position] = "X"
            var changed = ""
            changed.unicodeScalars.append(contentsOf: scalars)
            #expect(!schema.isValid(try json(#"{"\#(changed)": null, "\#(name)": null}"#)))
            #expect(!schema.isValid(try json(#"{"\#(changed)": 1}"#)))
        }
    }

    @Test("names with escapes are the names that they spell")
    func escapedNames() throws {
        let schema = try compiled(
            #"{"required": ["é", "b"], "additionalProperties": false,"#
                + #" "properties": {"é": {}, "b": {}, "c": {}}}"#)
        #expect(schema.isValid(try json(#"{"\u00e9": 1, "\u0062": 2}"#)))
        #expect(!schema.isValid(try json(#"{"e\u0301": 1, "b": 2}"#)))
        #expect(!schema.isValid(try json(#"{"é": 1, "b": 2, "b\u0000": 3}"#)))
    }

    @Test("bounds hold as for exact numbers", arguments: 0..<40)
    func bounds(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let bound = random.number()
        let divisor = random.number(isPositive: true)
        let schema = try compiled(
            #"{"properties": {"a": {"minimum": \#(bound)}, "b": {"exclusiveMinimum": \#(bound)},"#
                + #" "c": {"maximum": \#(bound)}, "d": {"exclusiveMaximum": \#(bound)},"#
                + #" "e": {"multipleOf": \#(divisor)}, "f": {"enum": [\#(bound), 7]}}}"#)
        let limit = try #require(try json(bound).number)
        let step = try #require(try json(divisor).number)
        for _ in 0..<50 {
            let text = random.below(4) == 0 ? bound : random.number()
            let number = try #require(try json(text).number)
            let expected = [
                "a": number >= limit, "b": number > limit, "c": number <= limit,
                "d": number < limit, "e": number.isMultiple(of: step),
                "f": number == limit || number == Number(7),
            ]
            for (key, isValid) in expected {
                let instance = try json(#"{"\#(key)": \#(text)}"#)
                #expect(
                    schema.isValid(instance) == isValid,
                    "seed \(seed): \(key) of \(text), \(bound), \(divisor)")
            }
        }
    }

    @Test(
        "alternatives that a kind rules out change nothing",
        arguments: [
            (#"{"oneOf": [{"type": "integer"}, {"type": "number"}]}"#, "1.5", true),
            (#"{"oneOf": [{"type": "integer"}, {"type": "number"}]}"#, "1.0", false),
            (#"{"oneOf": [{"type": "string"}, {"minimum": 2}]}"#, #""a""#, false),
            (#"{"oneOf": [{"type": "string"}, {"minimum": 2}]}"#, "1", false),
            (#"{"anyOf": [{"type": "null"}, {"type": "integer", "minimum": 2}]}"#, "2.5", false),
            (#"{"anyOf": [{"type": "null"}, {"type": "integer", "minimum": 2}]}"#, "3e0", true),
            (#"{"not": {"type": "object"}}"#, "{}", false),
            (#"{"if": {"type": "array"}, "then": {"minItems": 1}, "else": false}"#, "[]", false),
            (#"{"if": {"type": "array"}, "then": {"minItems": 1}, "else": false}"#, "1", false),
            (#"{"allOf": [{"type": "integer"}, {"maximum": 3}]}"#, "2.5", false),
            (#"{"minLength": 2, "allOf": [{"maxLength": 3}]}"#, #""aé€𝄞""#, false),
            (#"{"minLength": 2, "allOf": [{"maxLength": 4}]}"#, #""aé€𝄞""#, true),
            (#"{"items": {"type": "integer"}}"#, "[1, 2.0, 3]", true),
            (#"{"items": {"type": "integer"}}"#, "[1, 2.5, 3]", false),
            (#"{"patternProperties": {"^x-": false}}"#, #"{"x": 1}"#, true),
            (#"{"patternProperties": {"^x-": false}}"#, #"{"x-": 1}"#, false),
        ])
    func kinds(schema: String, instance: String, isValid: Bool) throws {
        let schema = try compiled(schema)
        #expect(schema.isValid(try json(instance)) == isValid)
        #expect(schema.failures(of: try json(instance)).isEmpty == isValid)
    }
}

/// Numbers around the limits of the fast ways.
extension SeededGenerator {
    fileprivate mutating func number(isPositive: Bool = false) -> String {
        let sign = !isPositive && Bool.random(using: &self) ? "-" : ""
        let whole = digits([1, 2, 3, 17, 18, 19, 20, 30].randomElement(using: &self) ?? 1)
        if Bool.random(using: &self) { return sign + whole }
        let fraction = digits([1, 2, 5, 17, 25].randomElement(using: &self) ?? 1)
        let exponent = Int.random(in: 0...5, using: &self) == 0 ? "e-3" : ""
        return "\(sign)\(whole).\(fraction)\(exponent)"
    }

    private mutating func digits(_ count: Int) -> String {
        "\(Int.random(in: 1...9, using: &self))"
            + (1..<count).map { _ in "\(Int.random(in: 0...9, using: &self))" }.joined()
    }
}
