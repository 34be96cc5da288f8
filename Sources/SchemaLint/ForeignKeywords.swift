import Documents
import JSONSchema
import SourceText

/// Rule: a keyword exists in the dialect of its schema.
enum ForeignKeywords {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        scope.node.members.compactMap { member in
            let dialects = AnnotationNames.dialects(of: member.name)
            guard !dialects.isEmpty, !dialects.contains(scope.dialect), !isMeant(member.name)
            else { return nil }
            return .schema(
                .schemaKeywordForeign, message(member.name, dialects, scope.dialect),
                at: member.key, hint: hint(member.name, scope.dialect))
        }
    }

    /// `writeOnly` marks secrets in every dialect: whoever wrote it there meant it.
    private static func isMeant(_ name: String) -> Bool {
        name.utf8.elementsEqual(Keyword.writeOnly.rawValue.utf8)
    }

    private static func message(
        _ name: String, _ dialects: [Dialect], _ own: Dialect
    ) -> String {
        let list = Listing.and(dialects.map(\.rawValue))
        return "\"\(name)\" belongs to draft \(list); this schema is draft \(own.rawValue), "
            + "which ignores it"
    }

    private static func hint(_ name: String, _ dialect: Dialect) -> String? {
        let replacement: String? =
            switch (Keyword(rawValue: name), dialect) {
            case (.idBefore6, _): "$id"
            case (.id, .draft4): "id"
            case (.prefixItems, _): "items"
            case (.additionalItems, _): "items"
            case (.recursiveRef, .draft2020): "$dynamicRef"
            case (.recursiveAnchor, .draft2020): "$dynamicAnchor"
            case (.dynamicRef, .draft2019): "$recursiveRef"
            case (.dynamicAnchor, .draft2019): "$recursiveAnchor"
            case (.dependentRequired, _), (.dependentSchemas, _): "dependencies"
            case (.const, .draft4): "enum"
            default: nil
            }
        return replacement.map { "draft \(dialect.rawValue) has \"\($0)\" for it" }
    }
}
