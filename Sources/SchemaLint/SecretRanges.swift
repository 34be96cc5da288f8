import Documents
import JSONSchema
import SourceText

/// The schemas that call their values secret, with all that is in them.
struct SecretRanges {
    /// Sorted and apart.
    private var ranges: [Range<Int>] = []

    /// - Parameter schemas: those of one document.
    init(_ schemas: [SchemaLocation]) {
        let secret = schemas.map(\.node).filter(\.isMarkedSecret)
        for node in secret.sorted(by: { $0.index < $1.index })
        where node.index >= ranges.last?.upperBound ?? 0 {
            ranges.append(node.index..<Int(node.record.next))
        }
    }

    /// - Complexity: O(log *secrets*).
    func contain(_ node: Node) -> Bool {
        let first = ranges.partitioningIndex { $0.upperBound > node.index }
        return first < ranges.count && ranges[first].contains(node.index)
    }
}
