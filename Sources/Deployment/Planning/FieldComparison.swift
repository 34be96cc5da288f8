internal import Documents
internal import JSONText
internal import SourceText

/// Compares two resources field by field, and objects in them member by member.
struct FieldComparison {
    private(set) var changes: [FieldChange] = []

    /// - Parameter values: says what of the old values is shown.
    init(_ old: Resource, _ new: Resource, _ values: OldValues) {
        for (before, after) in zip(old.fields, new.fields) where before.value != after.value {
            let shown = before.value.map { values.shown($0, of: before.name, old, new) }
            compare(before.name, shown, after.value?.document.root)
        }
    }

    /// Every field of a new resource.
    init(creating resource: Resource) {
        changes = resource.fields.compactMap { field in
            field.value.map {
                FieldChange(path: field.name, old: nil, new: ShownJSON.text($0.document.root))
            }
        }
    }

    private mutating func compare(_ path: String, _ old: Node?, _ new: Node?) {
        if let old, let new, isContainer(old), isContainer(new) {
            let (old, new) = (old.valuesByName, new.valuesByName)
            for name in Set(old.keys).union(new.keys).map(\.text).sorted(by: ByteOrder.precedes) {
                let key = ExactText(name)
                compare(path + "/" + JSONPointer.escaped(name), old[key], new[key])
            }
            return
        }
        guard text(old) != text(new) else { return }
        // What is secret now, or given by reference, may have been in plain sight before; and where a list has
        // one secret, it is unclear which of the old elements it was.
        let becomesSecret = new.map(ShownJSON.holdsSecret) ?? false
        let wasSecret = old.map(ShownJSON.isDigest) ?? false
        changes.append(
            FieldChange(
                path: path, old: old.map { show($0, hiding: becomesSecret) },
                new: new.map { show($0, hiding: wasSecret) }))
    }

    private func show(_ node: Node, hiding: Bool) -> String {
        hiding && !ShownJSON.holdsSecret(node) ? "\"\(QuotedText.mask)\"" : ShownJSON.text(node)
    }

    private func isContainer(_ node: Node) -> Bool {
        node.kind == .object && !ShownJSON.isSecretOrReference(node)
    }

    private func text(_ node: Node?) -> CanonicalJSON? { node.map { CanonicalJSON($0) } }
}

/// Values as people may see them: references to secrets as they are written, secrets not at all.
enum ShownJSON {
    static func isSecretOrReference(_ node: Node) -> Bool {
        guard node.count == 1, let name = node.members.first(where: { _ in true })?.name else {
            return false
        }
        return [SecretDigests.key, "$env", "$file"].contains { ByteOrder.equal($0, name) }
    }

    /// Whether a secret, or a reference to one, is at `node` or below it.
    static func holdsSecret(_ node: Node) -> Bool {
        isSecretOrReference(node) || node.elements.contains(where: holdsSecret)
            || node.members.contains { holdsSecret($0.value) }
    }

    /// Whether a secret in plain text is here in the configuration.
    static func isDigest(_ node: Node) -> Bool {
        node.count == 1 && node[SecretDigests.key] != nil
    }

    static func text(_ node: Node) -> String {
        var json = JSONWriter()
        json.node(node) { isDigest($0) ? JSONWriter.string(QuotedText.mask) : nil }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
