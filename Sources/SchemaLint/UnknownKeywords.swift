import Documents
import JSONSchema
import SourceText

/// Rule: a keyword is known to some dialect, or begins with `x-`.
enum UnknownKeywords {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        // A custom meta-schema may come with custom keywords.
        if scope.language.customMetaSchema != nil { return [] }
        let unknown = scope.node.members.filter { isUnknown($0.name) }
        return unknown.enumerated().map { index, member in
            let hint = scope.nearest(
                to: member.name, among: keywords(of: scope.dialect), after: index)
            return .schema(
                .schemaKeywordUnknown, message(member.name), at: member.key, hint: hint)
        }
    }

    private static func keywords(of dialect: Dialect) -> [String] {
        Keyword.allCases.filter { $0.exists(in: dialect) }.map(\.name)
    }

    private static func isUnknown(_ name: String) -> Bool {
        Keyword(name: name) == nil && !name.utf8.starts(with: "x-".utf8)
    }

    private static func message(_ name: String) -> String {
        "\(ValueText.quoted(name)) is not a keyword of JSON Schema, and is ignored"
    }
}
