import Documents
import JSONSchema
import SourceText

/// Rule: a keyword exists in the dialect of its schema.
enum ForeignKeywords {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        scope.node.members.compactMap { member in
            // `writeOnly` marks secrets in every dialect: the author meant it.
            guard let keyword = Keyword(name: member.name), !keyword.exists(in: scope.dialect),
                keyword != .writeOnly
            else { return nil }
            return .schema(
                .schemaKeywordForeign, message(keyword, scope.dialect), at: member.key,
                hint: hint(keyword, scope.dialect))
        }
    }

    private static func message(_ keyword: Keyword, _ own: Dialect) -> String {
        let list = Listing.and(Dialect.allCases.filter(keyword.exists).map(\.rawValue))
        return
            "\"\(keyword.name)\" belongs to draft \(list); this schema is draft \(own.rawValue), "
            + "which ignores it"
    }

    private static func hint(_ keyword: Keyword, _ dialect: Dialect) -> String? {
        let replacement: String? =
            switch (keyword, dialect) {
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
