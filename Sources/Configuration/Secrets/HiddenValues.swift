public import Documents
import SourceText

/// The values and keys of a configuration that no output may show: of settings, of static settings, and in
/// the text of their schemas.
///
/// They are known by where they are written, so that an alias hides what its anchor names, and what is hidden
/// as a part of something else stays so where an alias repeats it.
public struct HiddenValues: Sendable {
    private var ranges: [ObjectIdentifier: HiddenRanges] = [:]

    /// Nothing is hidden.
    public static let none = HiddenValues([])

    /// - Parameter nodes: values, each hidden with all below it, and keys.
    init(_ nodes: [Node]) {
        ranges = Dictionary(grouping: nodes) { ObjectIdentifier($0.document.source) }
            .mapValues { HiddenRanges($0.map(\.span.range)) }
    }

    public var isEmpty: Bool { ranges.isEmpty }

    /// Whether the value or key at `node` is hidden, with all below it.
    ///
    /// - Complexity: O(log *hidden*).
    public func hides(_ node: Node) -> Bool {
        guard let known = ranges[ObjectIdentifier(node.document.source)] else { return false }
        let range = node.span.range
        guard range.start < range.end, let hidden = known.range(holding: range.start) else {
            return false
        }
        return range.end <= hidden.upperBound
    }
}
