import SourceText

/// Removes findings that were made more than once, as when two connectors name one faulty file.
enum Repetitions {
    private struct Key: Hashable {
        let code: DiagnosticCode
        let source: ObjectIdentifier
        let range: SourceRange
        let message: String
    }

    static func removed(from findings: some Sequence<Diagnostic>) -> [Diagnostic] {
        var known: Set<Key> = []
        return findings.filter { finding in
            // What only counts others is never the same as another one.
            if finding.others > 0 { return true }
            let key = Key(
                code: finding.code, source: ObjectIdentifier(finding.span.source),
                range: finding.span.range, message: finding.message)
            return known.insert(key).inserted
        }
    }
}
