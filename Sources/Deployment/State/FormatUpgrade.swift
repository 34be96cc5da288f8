internal import Configuration
internal import Documents
internal import JSONSchema
internal import JSONText
internal import SourceText

/// A state of format 1 in the spelling of format 2.
///
/// Format 1 shows settings that no schema declares, and has a digest for each text within a secret. A value
/// that describes what is configured becomes what format 2 says of that, so that a plan shows no change;
/// any other value is hidden as format 2 would hide it.
struct FormatUpgrade {
    let desired: DesiredState

    func upgraded(_ state: DeployedState) -> DeployedState {
        state.upgraded(
            connectors: state.connectors.map { $0.with(upgraded($0.resource)) },
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
        let root = old.document.root
        let path = resource.kind.digestPath(resource.id)
        let digests = desired.digests.of(path, field)
        func value(_ shown: Disclosure, _ configured: Node?) -> CanonicalJSON {
            ValueUpgrade(digests: digests, resource: path, oldRoot: root, shown: shown)
                .upgraded(configured)
        }
        let connector = desired.connectors[ExactText(resource.id)]
        switch field {
        case FieldName.settings:
            let method = desired.methods[ExactText(resource.id)]
            return value(shown(root, resource.connector), method?.settings)
        case FieldName.statics:
            return value(shown(root, resource.id), connector?.staticSettings)
        case FieldName.schema:
            return value(.ofUnknownSchema(root), connector?.settingsSchema)
        case FieldName.schemaFiles: return files(root, digests, path, resource.id)
        default: return old
        }
    }

    /// What of old settings format 2 shows.
    private func shown(_ settings: Node, _ connector: String) -> Disclosure {
        desired.schemas[connector]?.disclosure(of: settings, hiding: .undeclared)
            ?? .ofUnknown(settings)
    }

    /// The files that a schema refers to, by their names.
    private func files(
        _ root: Node, _ digests: SecretDigests, _ path: String, _ connector: String
    ) -> CanonicalJSON {
        CanonicalJSON { json in
            json.object { json in
                for member in root.members {
                    let file = CanonicalJSON(member.value).document.root
                    let upgrade = ValueUpgrade(
                        digests: digests.inFile(member.name), resource: path, oldRoot: file,
                        shown: .ofUnknownSchema(file))
                    let configured = desired.schemaFiles[connector]?[ExactText(member.name)]
                    json.value(member.name, upgrade.upgraded(configured).text)
                }
            }
        }
    }
}
