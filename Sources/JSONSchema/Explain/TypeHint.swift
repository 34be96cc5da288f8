import Documents
import SourceText

extension FailureExplainer {
    /// How to write a value so that it has one of `types`: most often quotes are missing, or too many.
    func typeHint(_ types: TypeSet, _ node: Node) -> String? {
        guard !node.isOpaque, !isHidden(node.index) else { return nil }
        switch node.kind {
        case .number, .boolean: return types.contains(.string) ? Self.quoting(node) : nil
        case .string:
            if let meant = Self.meaning(of: node.string ?? "", types) {
                let isPlain = node.record.flags.contains(.plain)
                return isPlain ? "write \(meant)" : "write it without quotes: \(meant)"
            }
            return Self.listing(types, node)
        case .null:
            // Nothing follows a key of YAML.
            return node.span.range.start == node.span.range.end ? "write a value" : nil
        case .array, .object: return nil
        }
    }

    /// A plain scalar that was probably meant as a string needs quotes.
    private static func quoting(_ node: Node) -> String {
        let text = node.numberLiteral ?? (node.boolean == true ? "true" : "false")
        return "write it in quotes: \(ValueText.quoted(text))"
    }

    /// The number or boolean that a text spells, if one of `types` may be written.
    private static func meaning(of text: String, _ types: TypeSet) -> String? {
        if types.contains(.boolean), let value = booleans[text.lowercased()] { return value }
        let isWanted = types.contains(.number) || types.contains(.integer) && !text.contains(".")
        return isWanted && isDecimal(text) ? text : nil
    }

    private static let booleans = [
        "true": "true", "yes": "true", "on": "true", "false": "false", "no": "false",
        "off": "false",
    ]

    private static func isDecimal(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2 && digits.count <= 20
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }
    }

    /// A single text where a list is asked for.
    private static func listing(_ types: TypeSet, _ node: Node) -> String? {
        guard types.contains(.array), !types.contains(.object) else { return nil }
        return "write a list: [\(ValueText.short(node))]"
    }
}
