/// Writes values as YAML in block style, for people to read and to edit.
package struct YAMLBlock {
    /// What has been written.
    package private(set) var text = ""

    /// Nothing yet.
    package init() {}

    private static let indentColumns = 2
    /// YAML wants longer keys to be marked as such; these are 1024 characters at most.
    private static let longestSimpleKey = 256

    /// Writes a member of the mapping at the left margin.
    package mutating func member(_ key: String, _ value: Node) {
        member(key, value, indent: 0)
    }

    /// Writes a member of the mapping at the left margin that is a string.
    package mutating func member(_ key: String, _ value: String) {
        text += YAMLText.blockString(key) + ": " + YAMLText.blockString(value) + "\n"
    }

    private mutating func member(_ key: String, _ value: Node, indent: Int) {
        let name = YAMLText.blockString(key)
        text += name.utf8.count <= Self.longestSimpleKey ? name : "? \(name)\n\(spaces(indent))"
        text += ":"
        guard value.count > 0 else {
            text += " " + scalar(value, indent) + "\n"
            return
        }
        text += "\n"
        children(of: value, indent: indent + Self.indentColumns, isFirstOnLine: false)
    }

    /// Writes what a container holds, a line or more for each.
    ///
    /// - Parameter isFirstOnLine: whether the line of the first one has already been begun.
    private mutating func children(of node: Node, indent: Int, isFirstOnLine: Bool) {
        var isOnLine = isFirstOnLine
        for member in node.members {
            if !isOnLine { text += spaces(indent) }
            isOnLine = false
            self.member(member.name, member.value, indent: indent)
        }
        for element in node.elements {
            if !isOnLine { text += spaces(indent) }
            isOnLine = false
            text += "- "
            if element.count > 0 {
                children(of: element, indent: indent + Self.indentColumns, isFirstOnLine: true)
            } else {
                text += scalar(element, indent) + "\n"
            }
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    // MARK: Scalars

    /// A scalar or an empty container in a block that is `indent` deep.
    private func scalar(_ node: Node, _ indent: Int) -> String {
        switch node.kind {
        case .null: "null"
        case .boolean: node.boolean == true ? "true" : "false"
        case .number: Self.number(node.numberLiteral ?? "0")
        case .string:
            literal(node.string ?? "", indent) ?? YAMLText.blockString(node.string ?? "")
        case .array: "[]"
        case .object: "{}"
        }
    }

    /// A number with an exponent has a point and a sign in it: without them YAML 1.1 takes it for text.
    private static func number(_ literal: String) -> String {
        let parts = literal.split { $0 == "e" || $0 == "E" }
        guard parts.count == 2, let first = parts[1].utf8.first else { return literal }
        let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        return parts[0] + (parts[0].contains(".") ? "" : ".0") + "e" + (isSigned ? "" : "+")
            + parts[1]
    }

    /// Several lines as they are, below a `|`; nil where white space or a character that is not seen would
    /// make that hard to read, or to read back.
    private func literal(_ value: String, _ indent: Int) -> String? {
        var lines = value.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let first = lines.first?.first, first != " ",
            lines.allSatisfy({ $0.last != " " && !$0.contains(where: YAMLText.mustEscape) })
        else { return nil }
        let isEnded = lines.last?.isEmpty ?? false
        if isEnded { lines.removeLast() }
        guard let last = lines.last, !last.isEmpty else { return nil }
        let margin = spaces(indent + Self.indentColumns)
        return lines.reduce(into: isEnded ? "|" : "|-") { text, line in
            text += "\n" + (line.isEmpty ? "" : margin + String(line))
        }
    }
}
