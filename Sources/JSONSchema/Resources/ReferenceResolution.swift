import Documents
import SourceText

/// Where a reference leads, or why it leads nowhere.
enum Resolution {
    case schema(SchemaLocation)
    case failure(why: String, hint: String?)
}

extension SchemaRegistry {
    /// Resolves the text of a reference in `resource`.
    mutating func resolve(_ text: String, in resource: ResourceID) -> Resolution {
        let target = URIReference(text).resolved(against: resources[resource].base)
        let uri = target.withoutFragment
        guard let id = self.resource(at: uri) else {
            return .failure(
                why: "there is no schema \"\(uri)\"", hint: movedBaseHint(text, resources[resource])
            )
        }
        let fragment = target.decodedFragment
        if fragment.isEmpty {
            return .schema(SchemaLocation(node: resources[id].root, resource: id))
        }
        if fragment.utf8.first == UInt8(ascii: "/") { return follow(fragment, in: id) }
        guard let node = resources[id].anchors[ExactText(fragment)] else {
            let anchors = resources[id].anchors.keys
            return .failure(
                why: "there is no anchor \"\(fragment)\"",
                hint: suggestion(
                    for: fragment, among: anchors.map(\.text).sorted(by: ByteOrder.precedes)))
        }
        return .schema(SchemaLocation(node: node, resource: id))
    }

    private mutating func follow(_ pointer: String, in resource: ResourceID) -> Resolution {
        var location = SchemaLocation(node: resources[resource].root, resource: resource)
        for token in PointerTokens.of(pointer) {
            guard let child = child(token, of: location.node) else {
                return .failure(
                    why: "there is no \"\(token)\" in \(described(location.node))",
                    hint: suggestion(for: token, among: location.node.members.map(\.name)))
            }
            location = SchemaLocation(
                node: child, resource: self.resource(of: child, within: location.resource))
        }
        guard location.node.isSchema else {
            return .failure(why: "it leads to \(ValueText.kind(location.node))", hint: nil)
        }
        scanIfNew(location)
        return .schema(location)
    }

    private func described(_ node: Node) -> String {
        let pointer = node.pointer
        return pointer.isEmpty ? "the top level of the document" : "\"\(pointer)\""
    }

    private mutating func suggestion(
        for word: String, among names: @autoclosure () -> [String]
    ) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return Suggestion.nearest(to: word, among: names()).map { "did you mean \"\($0)\"?" }
    }

    /// Why a relative reference is not looked for beside the file that has it.
    private func movedBaseHint(_ text: String, _ resource: SchemaResource) -> String? {
        guard URIReference(text).scheme == nil, resource.hasOwnIdentifier else { return nil }
        let keyword = resource.language.dialect.identifierKeyword
        return
            "\"\(keyword)\" makes the reference relative to \"\(resource.base.withoutFragment)\": "
            + "write the URI as the \"\(keyword)\" of the schema that is meant, or remove "
            + "\"\(keyword)\" here"
    }
}
