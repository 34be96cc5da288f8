import Documents
import SourceText

/// Takes what is hidden out of findings that were made before it was known what is hidden.
struct Redaction {
    /// The roots of the documents of each source, in order.
    private let roots: [ObjectIdentifier: [Node]]
    /// What is in objects and arrays that pointers led through, by document and node.
    private var children: [ObjectIdentifier: [Int: [ExactText: Node]]] = [:]

    private init(_ roots: [Node]) {
        self.roots = Dictionary(grouping: roots) { ObjectIdentifier($0.document.source) }
    }

    /// `findings`, without the hidden text that they quote and the hidden keys in their pointers.
    ///
    /// - Parameter roots: the documents that the findings are about, as far as they could be read.
    static func redacted(
        _ findings: some Sequence<Diagnostic>, in roots: [Node]
    ) -> [Diagnostic] {
        var redaction = Redaction(roots)
        return findings.map { redaction.redacted($0) }
    }

    private mutating func redacted(_ finding: Diagnostic) -> Diagnostic {
        let isHidden = finding.span.isHidden
        guard isHidden || finding.notes.contains(where: { $0.span?.isHidden ?? false }) else {
            return finding
        }
        let notes = finding.notes.map { note in
            let hides = isHidden || note.span?.isHidden ?? false
            return Diagnostic.Note(
                hides ? QuotedText.masked(note.message) : note.message, at: note.span)
        }
        guard isHidden else {
            return Diagnostic(
                finding.code, finding.message, at: finding.span, pointer: finding.pointer,
                hint: finding.hint, notes: notes)
        }
        let shown = finding.pointer.map { pointer($0, of: finding.span) }
        let name = shown.flatMap { $0.split(separator: "/").last }.map(String.init)
        let message =
            Self.limits.contains(finding.code)
            ? finding.message
            : QuotedText.masked(finding.message) {
                $0 == name || Vocabulary.words.contains(Array($0.utf8))
            }
        return Diagnostic(
            finding.code, message, at: finding.span, pointer: shown,
            hint: finding.hint.map(Self.masked), notes: notes)
    }

    /// Findings whose numbers are those of the program, and which quote nothing.
    private static let limits: Set<DiagnosticCode> = [
        .yamlSizeLimit, .yamlDepthLimit, .yamlAliasLimit, .yamlDirectiveLimit,
    ]

    private static func masked(_ hint: String) -> String {
        Vocabulary.hints.contains(hint) ? hint : QuotedText.masked(hint)
    }

    /// As much of the pointer as has no hidden key in it.
    private mutating func pointer(_ pointer: String, of span: SourceSpan) -> String {
        let tokens = pointer.split(separator: "/")
        let own = roots[ObjectIdentifier(span.source)]?.last { root in
            root.span.range.start <= span.range.start
        }
        guard var node = own else {
            let known = tokens.prefix { Vocabulary.words.contains(Array($0.utf8)) }
            return known.map { "/" + $0 }.joined()
        }
        var shown = ""
        for token in tokens {
            guard let child = child(token, of: node), !(child.key ?? node).span.isHidden else {
                return shown
            }
            shown += "/" + token
            node = child
        }
        return pointer
    }

    /// What a token of a pointer names in `node`.
    ///
    /// - Complexity: O(1) on average, after the children have been gone through once.
    private mutating func child(_ token: Substring, of node: Node) -> Node? {
        guard let name = JSONPointer.unescaped(token.utf8) else { return nil }
        let document = ObjectIdentifier(node.document)
        if let known = children[document]?[node.index] { return known[ExactText(name)] }
        let own =
            node.kind == .object
            ? node.valuesByName
            : node.elements.byExactText { String($0.record.position) }
        children[document, default: [:]][node.index] = own
        return own[ExactText(name)]
    }
}

extension SourceSpan {
    /// Whether what it is about is hidden: its first byte, or all that is in its quotes.
    var isHidden: Bool {
        let hidden = source.hiddenRanges
        return hidden.range(holding: range.start) != nil
            || range.start + 1 < range.end && hidden.range(holding: range.start + 1) != nil
    }
}
