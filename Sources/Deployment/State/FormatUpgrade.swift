internal import Configuration
internal import Documents
internal import JSONSchema
internal import SourceText

/// A state of format 1 in the spelling of format 2.
///
/// Format 1 shows settings that no schema declares, and has a digest for each text within a secret. A value
/// that describes what is configured becomes what format 2 says of that, so that a plan shows no change;
/// any other value is hidden as format 2 would hide it.
struct FormatUpgrade {
    private let desired: DesiredState

    init(to desired: DesiredState) {
        self.desired = desired
    }

    func upgraded(_ state: DeployedState) -> DeployedState {
        DeployedState(
            lineage: state.lineage, serial: state.serial, installation: state.installation,
            lastNumber: state.lastNumber,
            connectors: state.connectors.map { connector in
                DeployedConnector(
                    number: connector.number, fingerprint: connector.fingerprint,
                    resource: upgraded(connector.resource))
            },
            methods: state.methods.map(upgraded))
    }

    private func upgraded(_ resource: Resource) -> Resource {
        Resource(
            kind: resource.kind, id: resource.id,
            fields: resource.fields.map { field in
                Resource.Field(
                    name: field.name, value: field.value.map { upgraded($0, field.name, resource) })
            })
    }

    private func upgraded(
        _ old: CanonicalJSON, _ field: String, _ resource: Resource
    ) -> CanonicalJSON {
        switch field {
        case FieldName.settings, FieldName.statics:
            let root = old.document.root
            let id = resource.kind == .method ? resource.connector : resource.id
            let shown =
                desired.schemas[id]?.disclosure(of: root, hiding: .undeclared) ?? .ofUnknown(root)
            return comparison(resource, field, root, shown)
                .upgraded(root, configured(field, resource))
        case FieldName.schema:
            let root = old.document.root
            return comparison(resource, field, root, .all)
                .upgraded(root, configured(field, resource))
        default: return old
        }
    }

    private func comparison(
        _ resource: Resource, _ field: String, _ root: Node, _ shown: Disclosure
    ) -> ValueUpgrade {
        let path = resource.kind.digestPath(resource.id)
        return ValueUpgrade(
            digests: desired.digests.of(path, field), resource: path, oldRoot: root, shown: shown)
    }

    /// What is configured for the field.
    private func configured(_ field: String, _ resource: Resource) -> Node? {
        let id = ExactText(resource.id)
        switch field {
        case FieldName.settings: return desired.methods[id]?.settings
        case FieldName.statics: return desired.connectors[id]?.staticSettings
        case FieldName.schema: return desired.connectors[id]?.settingsSchema
        default: return nil
        }
    }
}

/// Brings one value of a state of format 1 into the spelling of format 2.
private struct ValueUpgrade {
    let digests: SecretDigests
    let resource: String
    let oldRoot: Node
    /// What of the old value format 2 shows.
    let shown: Disclosure

    /// - Parameter new: what is configured now, if anything is.
    func upgraded(_ old: Node, _ new: Node?) -> CanonicalJSON {
        var output: [UInt8] = []
        append(old, new, in: new, to: &output)
        return CanonicalJSON(text: String(decoding: output, as: UTF8.self))
    }

    private func append(
        _ old: Node, _ new: Node?, in newRoot: Node?, to output: inout [UInt8]
    ) {
        if let new, let newRoot, describes(old, new) {
            return CanonicalWriter.append(new, to: &output) {
                digests.text(replacing: $0, in: newRoot)
            }
        }
        guard old.kind == .object, !ShownJSON.standsForSecret(old),
            shown.reason(hiding: old) == nil
        else {
            return CanonicalWriter.append(old, to: &output) { hidden($0) }
        }
        var object = JSONObjectWriter()
        for member in old.members {
            var value: [UInt8] = []
            append(member.value, new?[member.name], in: newRoot, to: &value)
            object.value(member.name, value)
        }
        output += object.end()
    }

    /// What format 2 keeps instead of an old value that is not configured any more.
    private func hidden(_ old: Node) -> [UInt8]? {
        // A digest stays the one that it is, and so does a reference.
        if ShownJSON.standsForSecret(old) || shown.reason(hiding: old) == nil { return nil }
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
            return old.count == new.count
                && old.members.allSatisfy { member in
                    new[member.name].map { describes(member.value, $0) } ?? false
                }
        case (.array, .array):
            return old.count == new.count
                && zip(old.elements, new.elements).allSatisfy { describes($0, $1) }
        default: return CanonicalJSON(old) == CanonicalJSON(new)
        }
    }
}
