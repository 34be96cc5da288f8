import Documents
import JSONSchema
import SourceText

/// Leaves out findings that follow from another one: mending that one mends both.
enum Consequences {
    static func removed(from findings: [Diagnostic]) -> [Diagnostic] {
        withoutWarnings(aboutErrorsIn: PatternBlame.placed(in: findings))
    }

    /// Without warnings about values that are errors anyway.
    private static func withoutWarnings(aboutErrorsIn findings: [Diagnostic]) -> [Diagnostic] {
        guard findings.contains(where: { follows($0.code) }) else { return findings }
        let errors = Dictionary(grouping: findings.filter { $0.severity == .error }) {
            Location($0.span)
        }
        return findings.filter { finding in
            guard follows(finding.code), let causes = errors[Location(finding.span)] else {
                return true
            }
            return finding.code == .secretInPlainText
                && !causes.contains { $0.code == .secretReferenceInvalid }
        }
    }

    /// Whether findings with this code may follow from an error about the same value: how YAML 1.1 reads a
    /// value that is wrong anyway, or the plain text of a reference that is misspelt.
    private static func follows(_ code: DiagnosticCode) -> Bool {
        code == .yaml11Scalar || code == .secretInPlainText
    }
}

/// Where a finding is.
private struct Location: Hashable {
    let source: ObjectIdentifier
    let range: SourceRange

    init(_ span: SourceSpan) {
        source = ObjectIdentifier(span.source)
        range = span.range
    }
}

/// Settings that do not match a pattern are not to blame if the pattern does not say what it was meant to,
/// such as `\\A` for the start of the text.
private enum PatternBlame {
    static func placed(in findings: [Diagnostic]) -> [Diagnostic] {
        let doubtful = findings.filter { $0.code == .schemaPatternLenient }
        guard !doubtful.isEmpty else { return findings }
        let sources = Dictionary(grouping: doubtful.map(\.span)) { ObjectIdentifier($0.source) }
            .mapValues { spans in spans.sorted { $0.range.start < $1.range.start } }
        var refused: [Location: [SourceSpan]] = [:]
        let others = findings.filter { finding in
            guard finding.code == .settingsInvalid, let rule = finding.notes.first?.span,
                let pattern = sources[ObjectIdentifier(rule.source)].flatMap({
                    first(of: $0, within: rule.range)
                })
            else { return true }
            refused[Location(pattern), default: []].append(finding.span)
            return false
        }
        return others.map { finding in
            guard finding.code == .schemaPatternLenient,
                let values = refused[Location(finding.span)]
            else {
                return finding
            }
            return Diagnostic(
                .schemaPatternInvalid, finding.message, at: finding.span, pointer: finding.pointer,
                hint: finding.hint,
                notes: values.prefix(1).map { .init("this value does not match it", at: $0) })
        }
    }

    /// - Complexity: O(log *spans*).
    private static func first(of spans: [SourceSpan], within range: SourceRange) -> SourceSpan? {
        let first = spans.partitioningIndex { $0.range.start >= range.start }
        guard first < spans.count, spans[first].range.end <= range.end else { return nil }
        return spans[first]
    }
}
