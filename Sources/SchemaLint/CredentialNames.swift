import Documents
import JSONSchema
import SourceText

/// Rule: a property that looks like a credential is marked as secret, by `writeOnly: true` or
/// `format: password`, itself or by what is around it; in a form, by its type.
enum CredentialNames {
    private static let hint = "add \"writeOnly\": true"

    static func findings(
        _ scope: LintScope, _ secrets: SecretRanges, _ document: inout SchemaDocument
    ) -> [Diagnostic] {
        guard let properties = scope.schema[.properties] else { return [] }
        let suspects = properties.members.filter {
            $0.value.isSchema && CredentialWords.describe($0.name)
        }
        guard !suspects.isEmpty, !secrets.contain(scope.node) else { return [] }
        return suspects.compactMap { member in
            let location = document.location(of: member.value, in: scope.location)
            guard mayHoldText(location, &document) else { return nil }
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

    /// Whether a text that is not secret fits: what is marked, of another type, or one of a list
    /// that everybody can read, is not a concern. References are followed.
    private static func mayHoldText(
        _ location: SchemaLocation, _ document: inout SchemaDocument
    ) -> Bool {
        var pending = [location]
        var steps = 0
        while let location = pending.popLast(), steps < 32 {
            steps += 1
            let node = location.node
            if node.boolean == false || node.isMarkedSecret { return false }
            let schema = SchemaObject(node, language: document.language(of: location))
            if schema[.enum] != nil || schema[.const] != nil { return false }
            if let type = schema[.type], !namesString(type) { return false }
            for branch in schema[.allOf]?.elements.filter(\.isSchema) ?? [] {
                pending.append(document.location(of: branch, in: location))
            }
            if let text = schema.text(.ref)?.text,
                let target = document.target(of: text, at: location)
            {
                pending.append(target)
            }
        }
        return true
    }

    private static func namesString(_ type: Node) -> Bool {
        type.hasText("string") || type.elements.contains { $0.hasText("string") }
    }
}
