import TestSupport

/// Makes up small schemas and values that have much to do with one another. The same seed makes the
/// same ones on every machine.
struct RandomSchema {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func below(_ count: Int) -> Int { random.below(count) }

    mutating func pick<Item>(_ items: [Item]) -> Item { random.pick(items) }

    /// A pair of schemas, of which the second is often the first with a few changes.
    mutating func pair(deep depth: Int) -> (old: String, new: String) {
        let old = keywords(depth)
        if below(4) == 0 { return (text(old), text(keywords(depth))) }
        var new = old
        for _ in 0...below(2) {
            let change = below(4)
            if change == 0, !new.isEmpty { new.remove(at: below(new.count)) }
            if change == 1, let keyword = keywords(depth).first, !has(new, keyword.name) {
                new.append(keyword)
            }
            if change >= 2, !new.isEmpty {
                let index = below(new.count)
                new[index].value = value(of: new[index].name, depth)
            }
        }
        return below(3) == 0 ? (text(new), text(old)) : (text(old), text(new))
    }

    private func has(_ keywords: [Keyword], _ name: String) -> Bool {
        keywords.contains { $0.name == name }
    }

    struct Keyword {
        var name: String
        var value: String
    }

    private func text(_ keywords: [Keyword]) -> String {
        let members = keywords.map { "\"\($0.name)\": \($0.value)" }
        let definitions =
            ##""$defs": {"r": {"type": ["object", "null"], "properties": "##
            + ##"{"a": {"$ref": "#/$defs/r"}}}}"##
        return "{" + (members + [definitions]).joined(separator: ", ") + "}"
    }

    private mutating func keywords(_ depth: Int) -> [Keyword] {
        var result: [Keyword] = []
        for _ in 0...below(3) {
            let name = pick(depth > 0 ? Self.names : Self.simpleNames)
            if !has(result, name) {
                result.append(Keyword(name: name, value: value(of: name, depth)))
            }
        }
        return result
    }

    mutating func schema(_ depth: Int) -> String {
        switch below(12) {
        case 0: return "false"
        case 1: return "true"
        case 2: return ##"{"$ref": "#/$defs/r"}"##
        default:
            let members = keywords(depth).map { "\"\($0.name)\": \($0.value)" }
            return "{" + members.joined(separator: ", ") + "}"
        }
    }

    private static let simpleNames = [
        "type", "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "multipleOf",
        "minLength", "maxLength", "pattern", "required", "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties", "dependentRequired",
    ]
    private static let names =
        simpleNames + [
            "properties", "properties", "properties", "patternProperties", "additionalProperties",
            "additionalProperties", "propertyNames", "items", "items", "prefixItems", "contains",
            "maxContains", "minContains", "allOf", "anyOf", "anyOf", "oneOf", "oneOf", "not", "if",
            "then", "else", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems",
        ]

    private mutating func value(of name: String, _ depth: Int) -> String {
        switch name {
        case "type": return pick(Self.types)
        case "enum": return "[" + (0...below(4)).map { _ in value(1) }.joined(separator: ", ") + "]"
        case "const": return value(1)
        case "minimum", "maximum", "exclusiveMinimum":
            return pick(["-1", "0", "1", "1.5", "2", "3"])
        case "multipleOf": return pick(["1", "2", "0.5", "3"])
        case "pattern": return pick(["\"a\"", "\"^a\"", "\"^a*$\"", "\"b$\""])
        case "required": return names()
        case "uniqueItems": return pick(["true", "false"])
        case "dependentRequired": return "{\"\(pick(Self.keys))\": \(names())}"
        case "properties", "dependentSchemas":
            return "{\"a\": \(schema(depth - 1)), \"\(pick(["b", "aa"]))\": \(schema(depth - 1))}"
        case "patternProperties":
            return "{\(pick(["\"^a\"", "\"b\""])): \(schema(depth - 1))}"
        case "prefixItems", "allOf", "anyOf", "oneOf":
            return "[" + (0...below(2)).map { _ in schema(depth - 1) }.joined(separator: ", ") + "]"
        case _ where name.hasPrefix("min") || name.hasPrefix("max"): return String(below(4))
        default: return schema(depth - 1)
        }
    }

    private static let types = [
        "\"integer\"", "\"number\"", "\"string\"", "\"object\"", "\"array\"", "\"null\"",
        "[\"integer\", \"string\"]", "[\"object\", \"array\"]", "[\"number\", \"object\"]",
        "[\"boolean\", \"null\", \"string\"]",
    ]
    private static let keys = ["a", "b", "aa", "c"]

    private mutating func names() -> String {
        let names = Self.keys.filter { _ in below(3) == 0 }
        return "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }

    /// A value.
    mutating func value(_ depth: Int) -> String {
        switch below(depth > 0 ? 12 : 8) {
        case 0: return pick(["null", "true", "false"])
        case 1, 2: return pick(["0", "1", "2", "3", "-1", "4", "6"])
        case 3: return pick(["0.5", "1.5", "1.0", "2.5", "1e0"])
        case 4, 5: return pick(["\"\"", "\"a\"", "\"aa\"", "\"b\"", "\"ab\"", "\"aaaa\""])
        case 6: return "[]"
        case 7: return "{}"
        case 8, 9:
            let elements = (0..<below(4)).map { _ in value(depth - 1) }
            return "[" + elements.joined(separator: ", ") + "]"
        default:
            let members = Self.keys.compactMap { key in
                below(2) == 0 ? "\"\(key)\": \(value(depth - 1))" : nil
            }
            return "{" + members.joined(separator: ", ") + "}"
        }
    }
}
