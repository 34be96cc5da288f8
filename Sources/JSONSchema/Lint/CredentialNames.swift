import Documents
import SourceText

/// Rule: a property that looks like a credential is marked as secret, by `writeOnly: true` or
/// `format: password`, itself or by what stands around it; in a form, by its type.
enum CredentialNames {
    private static let hint = "add \"writeOnly\": true"

    static func findings(_ scope: LintScope, _ registry: inout SchemaRegistry) -> [Diagnostic] {
        guard let properties = scope.schema[.properties] else { return [] }
        let suspects = properties.members.filter {
            $0.value.isSchema && CredentialWords.describe($0.name)
        }
        guard !suspects.isEmpty, !isWithinSecret(scope.node) else { return [] }
        return suspects.compactMap { member in
            let resource = registry.resource(
                of: member.value, within: resource(of: scope.node, registry))
            let place = SchemaPlace(node: member.value, resource: resource)
            guard mayHoldText(place, &registry) else { return nil }
            return .schema(
                .schemaCredentialNotSecret, message(member.name), at: member.key, hint: hint)
        }
    }

    /// The fields of a settings form.
    static func findings(inForm form: Node) -> [Diagnostic] {
        form.elements.compactMap { field in
            guard let key = field["key"], let name = key.string, let type = field["type"],
                type.hasText("string") || type.hasText("text"), CredentialWords.describe(name)
            else { return nil }
            return .schema(
                .schemaCredentialNotSecret, message(name), at: key,
                hint: "give the field the type \"password\"")
        }
    }

    private static func message(_ name: String) -> String {
        "\(ValueText.quoted(name)) looks like a credential, but is not marked as secret"
    }

    /// The resource that a schema of the first document belongs to.
    private static func resource(of node: Node, _ registry: SchemaRegistry) -> ResourceID {
        var node: Node? = node
        while let current = node {
            if let resource = registry.resourceRooted(at: current) { return resource }
            node = current.parent
        }
        return 0
    }

    private static func isWithinSecret(_ node: Node) -> Bool {
        var node: Node? = node
        while let current = node {
            if isMarked(current) { return true }
            node = current.parent
        }
        return false
    }

    /// Whether a text that is not secret fits: what is marked, of another type, or one of a list
    /// that everybody can read, is no concern. References are followed.
    private static func mayHoldText(
        _ place: SchemaPlace, _ registry: inout SchemaRegistry
    ) -> Bool {
        var pending = [place]
        var steps = 0
        while let place = pending.popLast(), steps < 32 {
            steps += 1
            let node = place.node
            if node.boolean == false || isMarked(node) { return false }
            let schema = SchemaObject(node, language: registry.resources[place.resource].language)
            if schema[.enum] != nil || schema[.const] != nil { return false }
            if let type = schema[.type], !namesString(type) { return false }
            pending += (schema[.allOf]?.elements.filter(\.isSchema) ?? []).map {
                SchemaPlace(node: $0, resource: registry.resource(of: $0, within: place.resource))
            }
            if let text = schema.text(.ref)?.text,
                case .place(let target) = registry.resolve(text, in: place.resource)
            {
                pending.append(target)
            }
        }
        return true
    }

    private static func isMarked(_ node: Node) -> Bool {
        node[Keyword.writeOnly.rawValue]?.boolean == true
            || node[Keyword.format.rawValue]?.hasText("password") == true
    }

    private static func namesString(_ type: Node) -> Bool {
        type.hasText("string") || type.elements.contains { $0.hasText("string") }
    }
}
