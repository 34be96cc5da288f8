import Documents
import SourceText

/// Takes secrets out of findings that were made before anybody knew what is secret.
struct SecretRedaction {
    private var spans: [ObjectIdentifier: [SourceRange]] = [:]

    init(_ secrets: [SourceSpan]) {
        for span in secrets { spans[ObjectIdentifier(span.source), default: []].append(span.range) }
        spans = spans.mapValues { $0.sorted { $0.start < $1.start } }
    }

    /// `finding`, without the text of the secret that it is about, if it is about one.
    func redacted(_ finding: Diagnostic) -> Diagnostic {
        // What is said of a syntax error quotes nothing.
        guard finding.code != .yamlSyntax, isInSecret(finding.span) else { return finding }
        return Diagnostic(
            finding.code,
            "there is something wrong with this value, which is not shown as it may be secret",
            at: finding.span, pointer: finding.pointer,
            hint: "`connectorctl explain-code \(finding.code.name)` says what")
    }

    /// Whether the span lies within the nearest secret that begins before its end.
    private func isInSecret(_ span: SourceSpan) -> Bool {
        guard let list = spans[ObjectIdentifier(span.source)] else { return false }
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].start <= span.range.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 && span.range.start < list[low - 1].end
    }
}
