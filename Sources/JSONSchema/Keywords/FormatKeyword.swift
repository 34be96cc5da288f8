import Documents
import SourceText

extension Lowering {
    /// Whether `format` is checked where a schema is written in `language`, not only noted.
    func checksFormats(in language: Language) -> Bool {
        assertsFormats || language.assertsFormats
    }

    mutating func lowerFormat(_ scope: BlockScope, into draft: inout BlockDraft) {
        let language = scope.schema.language
        guard checksFormats(in: language), let (node, name) = scope.schema.text(.format) else {
            return
        }
        if let format = Format(rawValue: name) {
            draft.add(.string(.format(format)), for: .string, from: Origin(.format, node))
        } else if language.assertsFormats {
            registry.report(
                .schema(
                    .schemaInvalid,
                    "the format \(ValueText.quoted(name)) is unknown, and the meta-schema requires "
                        + "formats to be checked",
                    at: node, hint: Lowering.formatHint(name)))
        } else if !node.hasText("password") {
            // The format `password` has its meaning already: values are secret.
            registry.report(
                .schema(
                    .schemaFormatNotChecked,
                    "the format \(ValueText.quoted(name)) is unknown, and not checked", at: node,
                    hint: Lowering.formatHint(name)))
        }
    }

    private static func formatHint(_ name: String) -> String? {
        Suggestion.nearest(to: name, among: Format.allCases.map(\.rawValue))
            .map { "did you mean \(ValueText.quoted($0))?" }
    }
}

extension FailureExplainer {
    mutating func explainFormat(_ format: Format, _ index: Int, _ origin: Origin) {
        let text = isHidden(index) ? nil : machine.node(index).string
        report(
            origin, index, "must be \(format.expectation)\(butFound(index))",
            hint: text.flatMap(format.repaired).map { "did you mean \(ValueText.quoted($0))?" })
    }
}
