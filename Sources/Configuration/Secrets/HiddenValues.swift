public import Documents
public import JSONSchema
import SourceText

/// The values of a configuration that no output may show: of settings, of static settings, and in the text
/// of their schemas.
///
/// They are known by where they are written, so that an alias hides what its anchor names.
public struct HiddenValues: Sendable {
    private var reasons: [ObjectIdentifier: [SourceRange: Disclosure.Reason]] = [:]

    /// Nothing is hidden.
    public static let none = HiddenValues()

    public var isEmpty: Bool { reasons.isEmpty }

    /// Why the value at `node` is hidden with all below it; nil if it is shown.
    public func reason(hiding node: Node) -> Disclosure.Reason? {
        if reasons.isEmpty { return nil }
        return reasons[ObjectIdentifier(node.document.source)]?[node.span.range]
    }

    /// Adds a value; a secret one stays so.
    mutating func insert(_ node: Node, _ reason: Disclosure.Reason) {
        let source = ObjectIdentifier(node.document.source)
        guard reasons[source]?[node.span.range] != .secret else { return }
        reasons[source, default: [:]][node.span.range] = reason
    }

    mutating func insert(_ disclosure: Disclosure) {
        for (node, reason) in disclosure.hidden { insert(node, reason) }
    }
}
