import Documents

/// Values as a message shows them.
package enum ValueText {
    private static let longest = 40

    /// The value itself where it is short enough to read: `"abc"`, `15`, `true`, `an object`.
    static func short(_ node: Node) -> String {
        switch node.kind {
        case .string: node.isOpaque ? "a secret reference" : quoted(node.string ?? "")
        case .number: cut(node.numberLiteral ?? "")
        case .boolean: node.boolean == true ? "true" : "false"
        case .null: "null"
        case .array, .object: kind(node)
        }
    }

    /// What sort of value it is, without its content.
    static func kind(_ node: Node) -> String {
        switch node.kind {
        case .string: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The sort of value and its content: `the number 15`.
    static func described(_ node: Node) -> String {
        switch node.kind {
        case .string: "the string " + short(node)
        case .number: "the number " + short(node)
        case .boolean, .null, .array, .object: short(node)
        }
    }

    package static func quoted(_ text: String) -> String { "\"" + cut(text) + "\"" }

    static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > longest else { return text }
        return String(scalars.prefix(longest - 1)) + "…"
    }
}
