import Documents
import SourceText

/// What the top of a document says: whether it is ours, and of which kind.
enum DocumentHeader {
    case ours(DocumentKind)
    /// Ours, but it is unclear what it describes.
    case faulty(Diagnostic)
    case foreign

    static let version = "connectorctl/v1"
    private static let prefix = "connectorctl/"

    /// - Parameter isNamed: whether the document must be ours.
    init(of root: Node, isNamed: Bool) {
        guard let version = root["apiVersion"] else {
            self = isNamed ? .faulty(Self.versionMissing(root)) : .foreign
            return
        }
        if version.hasText(Self.version) {
            self = Self.kind(of: root)
        } else if isNamed || (version.string ?? "").utf8.starts(with: Self.prefix.utf8) {
            self = .faulty(Self.versionUnsupported(version))
        } else {
            self = .foreign
        }
    }

    private static func kind(of root: Node) -> DocumentHeader {
        guard let node = root["kind"] else { return .faulty(kindMissing(root)) }
        for kind in DocumentKind.allCases where node.hasText(kind.rawValue) { return .ours(kind) }
        return .faulty(kindUnknown(node))
    }

    private static func versionMissing(_ root: Node) -> Diagnostic {
        Diagnostic(
            .apiVersionMissing, "the document has no `apiVersion: \(version)`", at: root.start,
            pointer: root.pointer, hint: "begin the document with `apiVersion: \(version)`")
    }

    private static func versionUnsupported(_ node: Node) -> Diagnostic {
        Diagnostic(
            .apiVersionUnsupported, "`apiVersion` must be \(version)", at: node,
            hint: "write `apiVersion: \(version)`")
    }

    private static func kindMissing(_ root: Node) -> Diagnostic {
        Diagnostic(
            .kindMissing, "the document does not say its `kind`", at: root.start,
            pointer: root.pointer, hint: "one of \(DocumentKind.list)")
    }

    private static func kindUnknown(_ node: Node) -> Diagnostic {
        let names = DocumentKind.allCases.map(\.rawValue)
        let nearest = node.string.flatMap { Suggestion.hint(for: $0, among: names) }
        return Diagnostic(
            .kindUnknown, "there is no kind of document with this name", at: node,
            hint: nearest ?? "one of \(DocumentKind.list)")
    }
}
