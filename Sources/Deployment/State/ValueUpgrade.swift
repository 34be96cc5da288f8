internal import Documents
internal import JSONSchema
internal import JSONText
internal import SourceText

/// Brings one value of a state of format 1 into the spelling of format 2.
struct ValueUpgrade {
    let digests: SecretDigests
    let resource: String
    let oldRoot: Node
    /// What of the old value format 2 shows.
    let shown: Disclosure

    /// - Parameter new: what is configured now, if anything is.
    func upgraded(_ new: Node?) -> CanonicalJSON {
        CanonicalJSON { write(oldRoot, new, in: new, to: &$0) }
    }

    private func write(
        _ old: Node, _ new: Node?, in newRoot: Node?, to json: inout JSONWriter
    ) {
        if let new, let newRoot, describes(old, new) {
            return CanonicalWriter.write(new, hiding: digests, in: newRoot, to: &json)
        }
        guard old.kind == .object, !ShownJSON.isSecretOrReference(old),
            shown.reason(hiding: old) == nil
        else {
            return CanonicalWriter.write(old, to: &json, replacing: { hidden($0) })
        }
        let configured = new?.valuesByName ?? [:]
        json.object { json in
            for member in old.members {
                json.key(member.name)
                write(member.value, configured[ExactText(member.name)], in: newRoot, to: &json)
            }
        }
    }

    /// What format 2 keeps instead of an old value that is not configured any more.
    private func hidden(_ old: Node) -> [UInt8]? {
        // A digest stays as it is, and so does a reference.
        if ShownJSON.isSecretOrReference(old) { return Array(CanonicalJSON(old).text.utf8) }
        guard shown.reason(hiding: old) != nil else { return nil }
        return digests.digest(of: old, in: oldRoot)
    }

    /// Whether the value in the state is what format 1 says of what is configured.
    private func describes(_ old: Node, _ new: Node) -> Bool {
        if ShownJSON.isDigest(old) {
            let isScalar = new.kind == .string || new.kind == .number
            let found = CanonicalJSON(old).text
            return isScalar && !new.isOpaque
                && found.utf8.elementsEqual(digests.digestOfFormat1(new, of: resource))
        }
        switch (old.kind, new.kind) {
        case (.object, .object):
            guard old.count == new.count else { return false }
            let configured = new.valuesByName
            return old.members.allSatisfy { member in
                configured[ExactText(member.name)].map { describes(member.value, $0) } ?? false
            }
        case (.array, .array):
            return old.count == new.count
                && zip(old.elements, new.elements).allSatisfy { describes($0, $1) }
        default: return CanonicalJSON(old) == CanonicalJSON(new)
        }
    }
}
