import Documents
import JSONSchema
import SourceText

/// Rule: a keyword is known to some dialect, or begins with `x-`.
enum UnknownKeywords {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        // Whoever has a meta-schema of their own may have keywords of their own.
        if scope.language.customMetaSchema != nil { return [] }
        let unknown = scope.node.members.filter { isUnknown($0.name) }
        return unknown.enumerated().map { index, member in
            let hint = scope.nearest(
                to: member.name, among: AnnotationNames.keywords(of: scope.dialect), after: index)
            return .schema(
                .schemaKeywordUnknown, message(member.name), at: member.key, hint: hint)
        }
    }

    private static func isUnknown(_ name: String) -> Bool {
        AnnotationNames.dialects(of: name).isEmpty && !name.utf8.starts(with: "x-".utf8)
    }

    private static func message(_ name: String) -> String {
        "\(ValueText.quoted(name)) is no keyword of JSON Schema, and is ignored"
    }
}
