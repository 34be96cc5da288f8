public import Documents
import SourceText

/// Which parts of a value may be shown: all but the subtrees listed here.
public struct Disclosure: Sendable {
    /// Why a value is not shown.
    public enum Reason: Sendable, Hashable {
        /// A schema calls it secret.
        case secret
        /// No schema declares it, so it may be secret.
        case undeclared
    }

    /// A value that is hidden with all below it.
    struct Entry: Sendable {
        let index: Int
        /// The index after its last descendant.
        let end: Int
        let reason: Reason
    }

    private let document: Document?
    /// In document order; none within another.
    private let entries: [Entry]
    /// Secrets that are shown since they give nothing away; what they must be is not.
    private let secretIndices: Set<Int>

    /// Everything is shown.
    public static let all = Disclosure(nil, [])

    init(_ document: Document?, _ entries: [Entry], secretIndices: Set<Int> = []) {
        self.document = document
        self.entries = entries
        self.secretIndices = secretIndices
    }

    /// Whether a schema calls the value secret, shown or not.
    public func isSecret(_ node: Node) -> Bool {
        secretIndices.contains(node.index) || reason(hiding: node.index) == .secret
    }

    /// What is shown of settings that no schema is known for: the names of the members, and references
    /// to secrets.
    public static func ofUnknown(_ settings: Node) -> Disclosure {
        guard let schema = anything else { return .all }
        return schema.disclosure(of: settings, hiding: .undeclared)
    }

    /// What is shown of a schema that cannot be compiled here: it is not known which of the values in it are
    /// secrets.
    public static func ofUnknownSchema(_ root: Node) -> Disclosure {
        hiding(Schema.doubtfulLiterals(in: root), in: root)
    }

    /// Everything is shown but these values, with all below them.
    public static func hiding(_ values: [Node], in root: Node) -> Disclosure {
        var entries: [Entry] = []
        for node in values.sorted(by: { $0.index < $1.index })
        where node.index >= entries.last?.end ?? 0 {
            let end = Int(node.record.next)
            entries.append(Entry(index: node.index, end: end, reason: .secret))
        }
        return Disclosure(root.document, entries)
    }

    /// The schema `true`, which declares nothing.
    private static let anything: Schema? = {
        let text = SourceText(path: "true", bytes: Array("true".utf8))
        return JSONReader.read(text).document.flatMap {
            SchemaCompiler { _ in nil }.compile($0.root, baseURI: "connectorctl:/anything").schema
        }
    }()

    /// Whether everything is shown.
    public var isEverything: Bool { entries.isEmpty }

    /// The values that are hidden, each with all below it, and keys that are, in document order.
    public var hidden: [(node: Node, reason: Reason)] {
        guard let document else { return [] }
        return entries.map { (Node(document: document, index: $0.index), $0.reason) }
    }

    /// Why `node`, a value or a key, is not shown; nil if it is.
    ///
    /// - Complexity: O(log *hidden*).
    public func reason(hiding node: Node) -> Reason? { reason(hiding: node.index) }

    func reason(hiding index: Int) -> Reason? {
        let first = entries.partitioningIndex { $0.end > index }
        guard first < entries.count, entries[first].index <= index else { return nil }
        return entries[first].reason
    }

    /// Whether something above `node`, or its key, is hidden, so that not even where it is may be told.
    public func isInsideHidden(_ node: Node) -> Bool {
        node.parent.map { reason(hiding: $0.index) != nil } ?? false
            || node.key.map { reason(hiding: $0.index) != nil } ?? false
    }

    /// The node, or the hidden one that holds it.
    public func shownAncestor(of node: Node) -> Node {
        var node = node
        while isInsideHidden(node), let parent = node.parent { node = parent }
        return node
    }
}
