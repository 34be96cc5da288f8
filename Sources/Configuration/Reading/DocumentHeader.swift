import Documents
import SourceText

/// What the top of a document says: whether it is ours, and of which kind.
enum DocumentHeader {
    case ours(DocumentKind)
    /// Ours, but it is unclear what it describes.
    case faulty(Diagnostic)
    case foreign

    /// What is known of a document before it is looked at.
    enum Context {
        /// The user named its file, so that it must be ours.
        case named
        /// Other documents in its file are ours.
        case besideOurs
        case unknown
    }

    static let version = "connectorctl/v1"

    init(of root: Node, _ context: Context) {
        guard let version = root["apiVersion"] else {
            self = Self.withoutVersion(root, context)
            return
        }
        if version.hasText(Self.version) {
            self = Self.kind(of: root)
        } else if context == .named || VersionText.isMeant(by: version)
            || DocumentShape.resemblesOurs(root, besides: version)
        {
            self = .faulty(.versionUnsupported(version))
        } else {
            self = .foreign
        }
    }

    /// What is passed over, `plan` offers to delete. So only what looks like another tool's document is.
    private static func withoutVersion(_ root: Node, _ context: Context) -> DocumentHeader {
        if root.kind == .array, let first = root.elements.first(where: claims) {
            return .faulty(.documentInList(first))
        }
        let resembles = context != .unknown || DocumentShape.resemblesOurs(root)
        if let key = VersionText.misspeltKey(in: root, resemblingOurs: resembles) {
            return .faulty(.versionKeyMisspelt(key))
        }
        return resembles ? .faulty(.versionMissing(root)) : .foreign
    }

    /// Whether a document says that it is ours, in whichever version.
    static func claims(_ root: Node) -> Bool {
        root["apiVersion"].map { $0.hasText(version) || VersionText.isMeant(by: $0) } ?? false
    }

    private static func kind(of root: Node) -> DocumentHeader {
        guard let node = root["kind"] else {
            return .faulty(.kindMissing(root, misspelt: DocumentShape.misspeltKind(in: root)))
        }
        for kind in DocumentKind.allCases where node.hasText(kind.rawValue) { return .ours(kind) }
        return .faulty(node.kind == .null ? .kindEmpty(node, in: root) : .kindUnknown(node))
    }
}
