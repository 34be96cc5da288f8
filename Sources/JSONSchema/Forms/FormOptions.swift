import Documents
import SourceText

extension FormReader {
    /// Reads `options`, which fields of a choice must have, and no others may.
    mutating func readOptions(_ node: Node, into field: inout FormField) {
        let type = field.type.rawValue
        guard let options = node.member("options") else {
            if !field.type.isText {
                report("a field of type \"\(type)\" needs \"options\"", at: field.typeNode)
            }
            return
        }
        guard !field.type.isText else {
            report(
                "a field of type \"\(type)\" has no \"options\"; "
                    + "only select, radio and checkbox fields have", at: options.key)
            return
        }
        guard options.value.kind == .array, options.value.count > 0 else {
            report("\"options\" must be an array that is not empty", at: options.value)
            return
        }
        field.options = options.value
        field.values = options.value.elements.compactMap { readOption($0) }
        checkDistinct(field.values)
    }

    private mutating func readOption(_ node: Node) -> Node? {
        if node.kind == .string && !node.isOpaque { return node }
        guard node.kind == .object else {
            report(
                "an option is a string or an object with \"value\" and \"label\", "
                    + "not \(ValueText.described(node))", at: node)
            return nil
        }
        checkKeys(of: node, known: ["value", "label"], what: "an option")
        for name in ["value", "label"] {
            guard let text = node[name] else {
                report("the option has no \"\(name)\"", at: node)
                continue
            }
            if text.kind != .string {
                report("\"\(name)\" must be a string, not \(ValueText.described(text))", at: text)
            }
        }
        return node["value"].flatMap { $0.kind == .string ? $0 : nil }
    }

    private mutating func checkDistinct(_ values: [Node]) {
        var seen: [ExactText: Node] = [:]
        for value in values {
            guard let text = value.string else { continue }
            if let first = seen[ExactText(text)] {
                report(
                    "the value \(ValueText.quoted(text)) belongs to another option already",
                    at: value, notes: [.init("the first option with this value", at: first.span)])
            }
            seen[ExactText(text)] = seen[ExactText(text)] ?? value
        }
    }

    /// Reads `pattern`, `minLength` and `maxLength`, which only free text has.
    mutating func readLengths(_ node: Node, into field: inout FormField) {
        for name in ["pattern", "minLength", "maxLength"] {
            guard let member = node.member(name), !field.type.isText else { continue }
            report(
                "a field of type \"\(field.type.rawValue)\" has no \"\(name)\"; "
                    + "only string, password and text fields have", at: member.key)
        }
        guard field.type.isText else { return }
        field.pattern = node["pattern"]
        if let pattern = field.pattern, pattern.kind != .string {
            report("\"pattern\" must be a string", at: pattern)
        }
        field.minLength = readCount(node, "minLength")
        field.maxLength = readCount(node, "maxLength")
        if let least = field.minLength?.number, let most = field.maxLength,
            most.number ?? least < least
        {
            report("\"maxLength\" is less than \"minLength\"", at: most)
        }
    }

    private mutating func readCount(_ node: Node, _ name: String) -> Node? {
        guard let value = node[name] else { return nil }
        guard let number = value.number, number.isInteger, number >= Number(0) else {
            report(
                "\"\(name)\" must be a whole number from 0, not \(ValueText.described(value))",
                at: value)
            return nil
        }
        return value
    }
}
