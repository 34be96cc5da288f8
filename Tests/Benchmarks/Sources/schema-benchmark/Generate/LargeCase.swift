/// A schema of about 5,000 lines: how long does it take to compile, and what does its size cost at
/// run time?
enum LargeCase {
    static let name = "large"
    private static let kinds = 190

    /// The schema, a line for each thing it says.
    static var schema: String {
        let kinds = (0..<kinds).map { "    \"kind\($0)\": \(definition($0))" }
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "patternProperties": {
            \((0..<Self.kinds).map { """
                    "^kind\($0)_": { "$ref": "#/$defs/kind\($0)" }
                """ }.joined(separator: ",\n"))
              },
              "additionalProperties": false,
              "$defs": {
            \(kinds.joined(separator: ",\n"))
              }
            }

            """
    }

    private static func definition(_ index: Int) -> String {
        """
        {
              "description": "The settings of kind \(index).",
              "type": "object",
              "required": [
                "id",
                "mode"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "pattern": "^[a-z]{1,20}$"
                },
                "mode": {
                  "enum": ["on", "off", "mode\(index)"]
                },
                "limit": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": \(1_000 + index)
                },
                "parent": { "$ref": "#/$defs/kind\(index / 2)" }
              },
              "additionalProperties": false
            }
        """
    }
}

extension Random {
    mutating func kinds() -> Value {
        var members: [(String, Value)] = []
        for index in 0..<integer(1...5) {
            members.append(("kind\(integer(0...180))_\(index)", kind(depth: 2)))
        }
        return .object(members)
    }

    private mutating func kind(depth: Int) -> Value {
        var members: [(String, Value)] = [
            ("id", .string(word())), ("mode", .string("on")), ("limit", .integer(integer(0...999))),
        ]
        if depth > 0 { members.append(("parent", kind(depth: depth - 1))) }
        return .object(members)
    }
}
