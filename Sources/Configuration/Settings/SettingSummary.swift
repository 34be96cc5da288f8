import Documents
import SourceText

/// One setting that a connector asks for, for people to read. A summary: the schema may say more.
public struct SettingSummary: Sendable {
    /// Its key; of a setting within an object, the keys that lead to it, separated by dots.
    public let name: String
    /// What it holds, as far as a word says it; empty where the schema does not say.
    public let type: String
    public let isRequired: Bool
    public let isSecret: Bool
    /// The first of `description`, `label` and `title` that is given.
    public let text: String
}

extension LoadedConfiguration {
    /// The settings that a connector's schema declares, in its order.
    public func settingSummaries(of connector: Connector) -> [SettingSummary] {
        guard let schema = connector.settingsSchema else { return [] }
        guard schema.kind == .array else {
            return SchemaSummary(root: schema, hidden: hidden)
                .settings(of: schema, prefix: "", depth: 0)
        }
        return schema.elements.map { field in
            let type = field["type"]?.string ?? ""
            return SettingSummary(
                name: field["key"]?.string ?? "", type: type,
                isRequired: field["required"]?.boolean ?? false, isSecret: type == "password",
                text: SchemaSummary.text(of: field))
        }
    }
}

/// Reads what `properties` of a JSON Schema say.
private struct SchemaSummary {
    let root: Node
    let hidden: HiddenValues
    private static let deepest = 4

    func settings(of schema: Node, prefix: String, depth: Int) -> [SettingSummary] {
        guard let properties = schema["properties"], depth < Self.deepest else { return [] }
        let required = Set(schema["required"].map { $0.elements.compactMap(\.string) } ?? [])
        return properties.members.flatMap { member -> [SettingSummary] in
            let name = prefix + member.name
            let property = target(of: member.value)
            let inner = settings(of: property, prefix: name + ".", depth: depth + 1)
            let isSecret =
                property["writeOnly"]?.boolean == true
                || property["format"]?.hasText("password") == true
            let own = SettingSummary(
                name: name, type: type(of: property), isRequired: required.contains(member.name),
                isSecret: isSecret, text: Self.text(of: property))
            return [own] + inner
        }
    }

    static func text(of node: Node) -> String {
        for key in ["description", "label", "title"] {
            if let text = node[key]?.string { return text }
        }
        return ""
    }

    /// Where a reference within the schema leads.
    private func target(of schema: Node) -> Node {
        guard let text = schema["$ref"]?.string, text.utf8.first == UInt8(ascii: "#") else {
            return schema
        }
        return root.resolve(pointer: String(text.dropFirst())) ?? schema
    }

    private func type(of schema: Node) -> String {
        if let type = schema["type"]?.string { return type }
        if let types = schema["type"] {
            return types.elements.compactMap(\.string).joined(separator: " or ")
        }
        guard let values = schema["enum"] else { return "" }
        return values.elements.map { value in
            if hidden.hides(value) { return QuotedText.mask }
            return value.string ?? value.numberLiteral ?? value.kind.word
        }.joined(separator: " | ")
    }
}

extension Node.Kind {
    fileprivate var word: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
