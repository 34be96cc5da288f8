import Documents
import JSONSchema
import SourceText

/// Rule: bounds leave something between them.
enum ImpossibleRanges {
    static func findings(_ scope: LintScope) -> [Diagnostic] {
        numbers(scope) + counts(scope) + emptyLists(scope) + crowdedObjects(scope)
    }

    private static func finding(_ message: String, at node: Node, other: Node) -> Diagnostic {
        .schema(
            .schemaRangeImpossible, message, at: node,
            notes: [.init("the other bound is here", at: other.span)])
    }

    /// Every lower bound against every upper one.
    private static func numbers(_ scope: LintScope) -> [Diagnostic] {
        let lower = scope.schema.bounds(.minimum, .exclusiveMinimum)
        let upper = scope.schema.bounds(.maximum, .exclusiveMaximum)
        return lower.flatMap { low in
            upper.compactMap { high in
                let isOpen = low.isExclusive || high.isExclusive
                guard low.number > high.number || isOpen && low.number == high.number else {
                    return nil
                }
                return finding(message(low.keyword, high.keyword), at: high.node, other: low.node)
            }
        }
    }

    private static func message(_ low: Keyword, _ high: Keyword) -> String {
        "no number can meet both \"\(low.name)\" and \"\(high.name)\""
    }

    /// Counts that are at least more than at most.
    private static func counts(_ scope: LintScope) -> [Diagnostic] {
        var pairs: [(Keyword, Keyword, String)] = [
            (.minLength, .maxLength, "string"), (.minItems, .maxItems, "array"),
            (.minProperties, .maxProperties, "object"),
        ]
        if scope.schema[.contains] != nil {
            pairs += [
                (.minContains, .maxContains, "array"), (.minContains, .maxItems, "array"),
            ]
        }
        return pairs.compactMap { low, high, what in
            guard let least = scope.schema.count(low), let most = scope.schema.count(high),
                least > most, let node = scope.schema[high], let other = scope.schema[low]
            else { return nil }
            return finding(
                "no \(what) can meet both \"\(low.name)\" and \"\(high.name)\"", at: node,
                other: other)
        }
    }

    /// `enum` and `type` that list nothing.
    private static func emptyLists(_ scope: LintScope) -> [Diagnostic] {
        guard let node = scope.schema[.enum], node.kind == .array, node.count == 0 else {
            return []
        }
        return [.schema(.schemaRangeImpossible, "\"enum\" is empty: no value is valid", at: node)]
    }

    /// More required keys than an object may have.
    private static func crowdedObjects(_ scope: LintScope) -> [Diagnostic] {
        guard let most = scope.schema.count(.maxProperties),
            let node = scope.schema[.maxProperties],
            let required = scope.schema[.required], required.kind == .array
        else { return [] }
        let names = Set(required.elements.compactMap(\.string).map(ExactText.init))
        guard names.count > most else { return [] }
        return [
            finding(
                "\"required\" names \(Listing.count(names.count, "key")), more than "
                    + "\"maxProperties\" allows", at: node, other: required)
        ]
    }
}
