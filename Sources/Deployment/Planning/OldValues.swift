internal import Documents
internal import JSONSchema
internal import SourceText

/// The values of a state as a plan shows them: what is secret under the new schemas is hidden, even if it
/// was shown before.
final class OldValues {
    private let connectors: [ExactText: Resource]
    private var schemas: [ExactText: Schema?] = [:]

    init(_ state: DeployedState?, _ desired: DesiredResources) {
        let old = (state?.connectors ?? []).map(\.resource)
        connectors = (desired.connectors + old).byExactText(\.id)
    }

    /// The value of a field of `old`, which becomes `new`; hidden parts are as digests.
    func shown(_ value: CanonicalJSON, of field: String, _ old: Resource, _ new: Resource) -> Node {
        let root = value.document.root
        let disclosure: Disclosure
        switch field {
        case FieldName.settings: disclosure = self.disclosure(of: root, new.connector)
        case FieldName.statics: disclosure = self.disclosure(of: root, new.id)
        case FieldName.schema:
            guard let schema = StoredSchema(old, "old"), let next = StoredSchema(new, "new") else {
                return root
            }
            disclosure = schema.disclosure(beside: next)
            return hidden(in: schema.root, disclosure)
        case FieldName.schemaFiles: disclosure = .ofUnknownSchema(root)
        default: return root
        }
        return hidden(in: root, disclosure)
    }

    private func disclosure(of settings: Node, _ connector: String) -> Disclosure {
        schema(of: ExactText(connector))?.disclosure(of: settings, hiding: .undeclared)
            ?? .ofUnknown(settings)
    }

    private func schema(of id: ExactText) -> Schema? {
        if let known = schemas[id] { return known }
        let schema = connectors[id].flatMap { StoredSchema($0)?.compiled }
        schemas[id] = .some(schema)
        return schema
    }

    private func hidden(in root: Node, _ disclosure: Disclosure) -> Node {
        if disclosure.isEverything { return root }
        return CanonicalJSON { json in
            CanonicalWriter.write(
                root, to: &json,
                replacing: { node in
                    if ShownJSON.isSecretOrReference(node) {
                        return Array(CanonicalJSON(node).text.utf8)
                    }
                    return disclosure.reason(hiding: node) == nil ? nil : SecretDigests.unknown
                })
        }.document.root
    }
}
