import Documents
import JSONSchema
import SourceText

/// Rule: a format is one that can be checked, even where it is only noted. Formats that are checked are the
/// compiler's concern.
enum UncheckedFormats {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        guard scope.formats != .checked, !scope.language.assertsFormats,
            let (node, name) = scope.schema.text(.format), !FormatName.isKnown(name),
            !others.contains(name)
        else { return [] }
        return [FormatName.unknown(name, at: node)]
    }

    /// The note that formats are not checked, at the first of them; none if there is none.
    static func note(_ scopes: [LintScope]) -> [Diagnostic] {
        let first = scopes.lazy.compactMap { scope -> Node? in
            guard !scope.language.assertsFormats, let (node, name) = scope.schema.text(.format),
                FormatName.isKnown(name)
            else { return nil }
            return node
        }
        return first.prefix(1).map {
            .schema(
                .schemaFormatUnchecked, "`format` in this schema is not checked, only noted", at: $0
            )
        }
    }

    /// What OpenAPI and older drafts have besides; none of it is checked, and it is not misspelt.
    private static let others: Set<String> = [
        "password", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
        "float",
        "double", "double-int", "decimal", "decimal128", "byte", "binary", "base64url", "char",
        "commonmark", "html", "http-date", "media-range", "sf-binary", "sf-boolean", "sf-decimal",
        "sf-integer", "sf-string", "sf-token", "color", "phone", "style", "utc-millisec",
    ]
}
