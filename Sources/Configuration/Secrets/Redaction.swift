import Documents
import SourceText

/// Takes what is hidden out of findings that were made before anybody knew what is.
struct Redaction {
    /// The roots of the documents of each source, in order.
    private let roots: [ObjectIdentifier: [Node]]

    init(_ roots: [Node]) {
        self.roots = Dictionary(grouping: roots) { ObjectIdentifier($0.document.source) }
    }

    /// `finding`, without the hidden text that it quotes and the hidden keys in its pointer.
    func redacted(_ finding: Diagnostic) -> Diagnostic {
        let isHidden = finding.span.isHidden
        let notes = finding.notes.map { note in
            let hides = isHidden || note.span?.isHidden ?? false
            return Diagnostic.Note(
                hides ? QuotedText.masked(note.message) : note.message, at: note.span)
        }
        return Diagnostic(
            finding.code, isHidden ? QuotedText.masked(finding.message) : finding.message,
            at: finding.span, pointer: finding.pointer.map { pointer($0, of: finding.span) },
            hint: finding.hint.map { isHidden ? QuotedText.masked($0) : $0 }, notes: notes)
    }

    /// As much of the pointer as has no hidden key in it.
    private func pointer(_ pointer: String, of span: SourceSpan) -> String {
        let tokens = pointer.split(separator: "/")
        let own = roots[ObjectIdentifier(span.source)]?.last { root in
            root.span.range.start <= span.range.start
        }
        guard let own else {
            let known = tokens.prefix { Vocabulary.words.contains(Array($0.utf8)) }
            return span.isHidden ? known.map { "/" + $0 }.joined() : pointer
        }
        var (node, shown) = (own, "")
        for token in tokens {
            let child = node.resolve(pointer: "/" + token)
            guard let child, !(child.key ?? node).span.isHidden else { return shown }
            shown += "/" + token
            node = child
        }
        return pointer
    }
}

extension SourceSpan {
    /// Whether its first byte is hidden.
    var isHidden: Bool {
        source.hiddenRanges.range(holding: range.start) != nil
    }
}
