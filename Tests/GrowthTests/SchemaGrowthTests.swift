import Testing

/// Time and memory grow with schemas and with what they are held to, and no faster.
@Suite("Growth with schemas", .serialized)
struct SchemaGrowthTests {
    @Test("is at most n log n", arguments: names + references + values + findings)
    func growth(_ kind: GrowthKind) throws {
        try kind.check()
    }

    static let names = [
        GrowthKind("$anchor", size: 60, exits: 0, "schema", "check", "s.json") { count in
            ["s.json": "{\"$defs\":{\(parts(count) { "\"d\($0)\":{\"$anchor\":\"a\($0)\"}" })}}"]
        },
        GrowthKind("$dynamicAnchor", size: 60, exits: 0, "schema", "check", "s.json") { count in
            let defs = parts(count) { "\"d\($0)\":{\"$dynamicAnchor\":\"a\($0)\"}" }
            return ["s.json": "{\"$defs\":{\(defs)}}"]
        },
        GrowthKind(
            "$id with a fragment", size: 60, exits: 0, "schema", "check", "--dialect", "7",
            "s.json"
        ) { count in
            ["s.json": "{\"definitions\":{\(parts(count) { "\"d\($0)\":{\"$id\":\"#a\($0)\"}" })}}"]
        },
        GrowthKind("$id", size: 40, exits: 0, "schema", "check", "s.json") { count in
            let defs = parts(count) {
                "\"d\($0)\":{\"$id\":\"i\($0)\",\"$dynamicAnchor\":\"x\",\"$dynamicRef\":\"#x\"}"
            }
            return ["s.json": "{\"$defs\":{\(defs)}}"]
        },
        GrowthKind("credentials", size: 40, exits: 0, "schema", "check", "s.json") { count in
            let defs = parts(count) { "\"d\($0)\":{\"properties\":{\"apiToken\":{\"enum\":[1]}}}" }
            return ["s.json": "{\"$defs\":{\(defs)}}"]
        },
    ]

    static let references = [
        GrowthKind("anchors that are missing", size: 15, exits: 1, "schema", "check", "s.json") {
            count in
            let defs = parts(count) {
                "\"d\($0)\":{\"$anchor\":\"anchor\($0)\",\"$ref\":\"#missing\($0)\"}"
            }
            return ["s.json": "{\"$defs\":{\(defs)}}"]
        },
        GrowthKind("files that are missing", size: 15, exits: 1, "schema", "check", "s.json") {
            count in
            ["s.json": "{\"$defs\":{\(parts(count) { "\"d\($0)\":{\"$ref\":\"f\($0).json\"}" })}}"]
        },
        GrowthKind(
            "references to one large schema", size: 40, exits: 0, "schema", "check", "s.json"
        ) {
            count in
            let keys = parts(count) { "\"x-\($0)\":1" }
            let list = parts(count) { _ in "{\"$ref\":\"#/$defs/a\"}" }
            return ["s.json": "{\"$defs\":{\"a\":{\(keys)}},\"allOf\":[\(list)]}"]
        },
    ]

    static let values = [
        GrowthKind(
            "numbers in enum", size: 15, exits: 1, "schema", "validate", "--schema", "s.json",
            "i.json"
        ) { count in
            [
                "s.json": "{\"items\":{\"enum\":[\(parts(count) { String($0) })]}}",
                "i.json": "[\(parts(count) { String(-$0 - 1) })]",
            ]
        },
        GrowthKind(
            "arrays in enum", size: 15, exits: 1, "schema", "validate", "--schema", "s.json",
            "i.json"
        ) { count in
            [
                "s.json": "{\"items\":{\"enum\":[\(parts(count) { "[\($0)]" })]}}",
                "i.json": "[\(parts(count) { "[\(-$0 - 1)]" })]",
            ]
        },
        GrowthKind(
            "alternatives compared", size: 5, exits: 1, "schema", "compare", "o.json", "n.json"
        ) {
            count in
            [
                "o.json": "{\"anyOf\":[\(parts(count) { "{\"const\":\($0)}" })]}",
                "n.json": "{\"anyOf\":[\(parts(count) { "{\"const\":\(count - $0)}" })]}",
            ]
        },
    ]

    static let findings = [
        GrowthKind(
            "wrong elements", size: 60, exits: 1, "schema", "validate", "--schema", "s.json",
            "i.json"
        ) { count in
            [
                "s.json": "{\"items\":{\"type\":\"string\"}}",
                "i.json": "[\(parts(count) { _ in "1" })]",
            ]
        },
        GrowthKind(
            "elements that break a hundred rules", size: 5, exits: 1, "schema", "validate",
            "--schema",
            "s.json", "i.json"
        ) { count in
            [
                "s.json": "{\"items\":{\"allOf\":[\(parts(100) { "{\"minimum\":\($0 + 1)}" })]}}",
                "i.json": "[\(parts(count) { _ in "0" })]",
            ]
        },
        GrowthKind(
            "rules that a hundred elements break", size: 5, exits: 1, "schema", "validate",
            "--schema",
            "s.json", "i.json"
        ) { count in
            [
                "s.json": "{\"items\":{\"allOf\":[\(parts(count) { "{\"minimum\":\($0 + 1)}" })]}}",
                "i.json": "[\(parts(100) { _ in "0" })]",
            ]
        },
        GrowthKind(
            "repeated keys", size: 200, exits: 1, "schema", "validate", "--schema", "s.json",
            "i.json"
        ) { count in
            ["s.json": "{}", "i.json": "{\(parts(count) { _ in "\"a\":1" })}"]
        },
        GrowthKind(
            "unknown keys", size: 40, exits: 1, "schema", "validate", "--schema", "s.json",
            "i.json"
        ) { count in
            [
                "s.json": "{\"properties\":{\(parts(count) { "\"known\($0)\":{}" })},"
                    + "\"additionalProperties\":false}",
                "i.json": "{\(parts(count) { "\"other\($0)\":1" })}",
            ]
        },
        GrowthKind(
            "keys that are missing", size: 15, exits: 1, "schema", "validate", "--schema", "s.json",
            "i.json"
        ) { count in
            [
                "s.json": "{\"items\":{\"required\":[\(parts(100) { "\"k\($0)\"" })]}}",
                "i.json": "[\(parts(count) { _ in "{}" })]",
            ]
        },
        GrowthKind("examples that are wrong", size: 15, exits: 0, "schema", "check", "s.json") {
            count in
            [
                "s.json": "{\"allOf\":[\(parts(10) { "{\"minimum\":\($0 + 1)}" })],"
                    + "\"examples\":[\(parts(count) { _ in "0" })]}"
            ]
        },
        GrowthKind(
            "settings that are wrong", size: 15, exits: 1, "validate", "a.yaml"
        ) { count in
            let head = "apiVersion: connectorctl/v1\nkind: "
            return [
                "a.yaml": head + "Connector\nid: c\nname: C\nurl: https://c.example.com\n"
                    + "jsonSchema: {additionalProperties: {type: string}}\n---\n" + head
                    + "PaymentMethod\nid: m\nname: M\nconnector: c\nsettings:\n"
                    + (0..<count).map { "  k\($0): 1\n" }.joined()
            ]
        },
    ]
}
