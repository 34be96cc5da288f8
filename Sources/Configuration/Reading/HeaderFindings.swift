import Documents
import SourceText

/// What is said of the top of a document.
extension Diagnostic {
    static func versionMissing(_ root: Node) -> Diagnostic {
        Diagnostic(
            .apiVersionMissing, "the document has no `apiVersion: \(DocumentHeader.version)`",
            at: root.start, pointer: root.pointer,
            hint: "begin the document with `apiVersion: \(DocumentHeader.version)`")
    }

    static func versionKeyMisspelt(_ key: Node) -> Diagnostic {
        Diagnostic(
            .apiVersionMissing, "the document has no `apiVersion: \(DocumentHeader.version)`",
            at: key, hint: Suggestion.question("apiVersion"))
    }

    static func documentInList(_ document: Node) -> Diagnostic {
        Diagnostic(
            .apiVersionMissing, "a document must not be an element of a list", at: document.start,
            pointer: document.pointer,
            hint: "write each document without the `- `, and a line with `---` between two of them")
    }

    static func versionUnsupported(_ node: Node) -> Diagnostic {
        let isMeant = VersionText.isMeant(by: node) && !VersionText.isOtherVersion(node)
        return Diagnostic(
            .apiVersionUnsupported, "`apiVersion` must be \(DocumentHeader.version)", at: node,
            hint: isMeant
                ? Suggestion.question(DocumentHeader.version)
                : "write `apiVersion: \(DocumentHeader.version)`")
    }

    /// - Parameter misspelt: the key that was probably meant to be `kind`.
    static func kindMissing(_ root: Node, misspelt: Node?) -> Diagnostic {
        let message = "the document does not say its `kind`"
        if let misspelt {
            return Diagnostic(
                .kindMissing, message, at: misspelt, hint: Suggestion.question("kind"))
        }
        return Diagnostic(
            .kindMissing, message, at: root.start, pointer: root.pointer, hint: kinds(for: root))
    }

    static func kindEmpty(_ node: Node, in root: Node) -> Diagnostic {
        Diagnostic(.kindMissing, "`kind` has no value", at: node, hint: kinds(for: root))
    }

    static func kindUnknown(_ node: Node) -> Diagnostic {
        guard let name = node.string else {
            return Diagnostic(
                .kindUnknown, "`kind` must be the name of a kind of document", at: node,
                hint: "one of \(DocumentKind.list)")
        }
        let nearest = Suggestion.hint(for: name, among: DocumentKind.allCases.map(\.rawValue))
        return Diagnostic(
            .kindUnknown, "there is no kind of document with this name", at: node,
            hint: nearest ?? "one of \(DocumentKind.list)")
    }

    /// The kind that a document has by its keys, or all of them.
    private static func kinds(for root: Node) -> String {
        DocumentShape.kind(of: root).map { "write `kind: \($0.rawValue)`" }
            ?? "one of \(DocumentKind.list)"
    }
}
