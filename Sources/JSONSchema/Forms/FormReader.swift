import Documents
import SourceText

/// Reads the fields of a form, and says what is wrong with them.
struct FormReader {
    var diagnostics: [Diagnostic] = []
    private var keys: [ExactText: Node] = [:]

    private static let known = [
        "key", "type", "label", "description", "required", "default", "options", "pattern",
        "minLength", "maxLength",
    ]

    /// The fields that could be read.
    mutating func read(_ form: Node) -> [FormField] {
        guard form.kind == .array else {
            report("a settings form is an array of fields, not \(ValueText.kind(form))", at: form)
            return []
        }
        return form.elements.compactMap { readField($0) }
    }

    mutating func report(
        _ message: String, at node: Node, hint: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(
            .schema(.settingsFormInvalid, message, at: node, hint: hint, notes: notes))
    }

    private mutating func readField(_ node: Node) -> FormField? {
        guard node.kind == .object else {
            report("a field is an object, not \(ValueText.kind(node))", at: node)
            return nil
        }
        checkKeys(of: node, known: FormReader.known, what: "a field")
        let key = readKey(node)
        let type = readType(node)
        checkTexts(node)
        guard let key, let (type, typeNode) = type else { return nil }
        var field = FormField(key: key, type: type, typeNode: typeNode)
        field.defaultValue = node["default"]
        field.isRequired = readRequired(node)
        readOptions(node, into: &field)
        readLengths(node, into: &field)
        return field
    }

    mutating func checkKeys(of node: Node, known: [String], what: String) {
        for member in node.members
        where !known.contains(where: { member.key.hasText($0) }) {
            let nearest = Suggestion.nearest(to: member.name, among: known)
            let all = Listing.and(known.map(ValueText.quoted))
            report(
                "\(what) has no key \(ValueText.quoted(member.name))", at: member.key,
                hint: nearest.map { "did you mean \"\($0)\"?" } ?? "its keys are \(all)")
        }
    }

    private mutating func readKey(_ node: Node) -> Node? {
        guard let key = node["key"] else {
            report("the field has no \"key\"", at: node)
            return nil
        }
        guard let text = key.string, !text.isEmpty, !key.isOpaque else {
            report("\"key\" must be a string that is not empty", at: key)
            return nil
        }
        if let first = keys[ExactText(text)] {
            report(
                "the key \(ValueText.quoted(text)) belongs to another field already", at: key,
                notes: [.init("the first field with this key", at: first.span)])
            return nil
        }
        keys[ExactText(text)] = key
        return key
    }

    private mutating func readType(_ node: Node) -> (FieldType, Node)? {
        guard let type = node["type"] else {
            report("the field has no \"type\"", at: node)
            return nil
        }
        let names = FieldType.allCases.map(\.rawValue)
        guard let name = names.first(where: { type.hasText($0) }),
            let known = FieldType(rawValue: name)
        else {
            let nearest = type.string.flatMap { Suggestion.nearest(to: $0, among: names) }
            report(
                "\"type\" must be \(Listing.or(names)), not \(ValueText.short(type))", at: type,
                hint: nearest.map { "did you mean \"\($0)\"?" })
            return nil
        }
        return (known, type)
    }

    private mutating func checkTexts(_ node: Node) {
        for name in ["label", "description"] {
            if let value = node[name], value.kind != .string {
                report("\"\(name)\" must be a string, not \(ValueText.described(value))", at: value)
            }
        }
    }

    private mutating func readRequired(_ node: Node) -> Bool {
        guard let value = node["required"] else { return false }
        if value.kind != .boolean {
            let found = ValueText.described(value)
            report("\"required\" must be true or false, not \(found)", at: value)
        }
        return value.boolean ?? false
    }
}
