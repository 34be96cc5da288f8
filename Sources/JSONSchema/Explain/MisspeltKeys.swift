import Documents
import SourceText

/// Makes one failure of two where a key is unknown because it is misspelt, and the one that was meant is
/// therefore missing.
extension FailureExplainer {
    mutating func mergeMisspeltKeys() {
        let missing = failures.indices.filter { failures[$0].keyword == Keyword.required.name }
        guard !missing.isEmpty else { return }
        restoreSuggestions()
        let unknown = Dictionary(grouping: failures.indices.filter(isUnknownKey)) {
            failures[$0].instance.parent?.index
        }
        var settled: Set<Int> = []
        for index in missing {
            merge(index, with: unknown[failures[index].instance.index] ?? [], &settled)
        }
        if !settled.isEmpty {
            failures = failures.indices.filter { !settled.contains($0) }.map { failures[$0] }
        }
    }

    private func isUnknownKey(_ index: Int) -> Bool {
        let failure = failures[index]
        let isKey = failure.instance.record.flags.contains(.key)
        return isKey && !isHidden(failure.instance.index)
            && (failure.keyword == Keyword.additionalProperties.name
                || failure.keyword == Keyword.unevaluatedProperties.name)
    }

    /// Explains missing keys by unknown ones; those that remain are still missing.
    private mutating func merge(_ index: Int, with unknown: [Int], _ settled: inout Set<Int>) {
        let failure = failures[index]
        guard failure.schema.kind == .array else { return }
        let present = failure.instance.valuesByName
        var names = failure.schema.elements.compactMap(Self.requiredName)
            .filter { present[ExactText($0)] == nil }
        guard !names.isEmpty else { return }
        let count = names.count
        for other in unknown {
            let name = failures[other].instance.string ?? ""
            guard let meant = nearest(to: name, among: names) else { continue }
            names.removeAll { ByteOrder.equal($0, meant) }
            failures[other] = failures[other].with(hint: Self.question(meant))
        }
        if names.isEmpty {
            settled.insert(index)
        } else if names.count < count {
            failures[index] = failure.with(message: Self.missing(names), hint: failure.hint)
        } else if names.count == 1, let hint = allowedMisspelling(of: names[0], in: failure) {
            failures[index] = failure.with(hint: hint)
        }
    }

    /// A name in a list of required keys; in a settings form, the key of a required field.
    private static func requiredName(_ node: Node) -> String? {
        node.string ?? (node["required"]?.boolean == true ? node["key"]?.string : nil)
    }

    /// The key that was probably meant to be the missing one, where a schema allows any keys.
    private mutating func allowedMisspelling(of name: String, in failure: Failure) -> String? {
        let declared = failure.schema.parent?["properties"]?.valuesByName ?? [:]
        let others = failure.instance.members.lazy.map(\.key).filter { [self] key in
            !isHidden(key.index) && declared[ExactText(key.string ?? "")] == nil
        }
        guard let key = nearest(to: name, among: others.prefix(1_000).compactMap(\.string)) else {
            return nil
        }
        return "did you mean \(ValueText.quoted(name)) by \(ValueText.quoted(key))?"
    }
}

extension Failure {
    fileprivate func with(message: String? = nil, hint: String?) -> Failure {
        Failure(
            keyword: keyword, instance: instance, schema: schema,
            message: message ?? self.message, hint: hint)
    }
}
