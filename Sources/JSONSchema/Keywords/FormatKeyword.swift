package import Documents
package import SourceText

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
                    at: node, hint: FormatName.hint(name)))
        } else if !node.hasText("password") {
            // The format `password` has its meaning already: values are secret.
            registry.report(FormatName.unknown(name, at: node))
        }
    }
}

/// The names of formats.
package enum FormatName {
    /// Whether the format can be checked.
    package static func isKnown(_ name: String) -> Bool { Format(rawValue: name) != nil }

    /// The finding about a format that cannot.
    package static func unknown(_ name: String, at node: Node) -> Diagnostic {
        .schema(
            .schemaFormatNotChecked,
            "the format \(ValueText.quoted(name)) is unknown, and not checked", at: node,
            hint: hint(name))
    }

    static func hint(_ name: String) -> String? {
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
