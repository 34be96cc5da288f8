import Documents
import JSONSchema

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
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= node.index { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(node.index)
    }
}
