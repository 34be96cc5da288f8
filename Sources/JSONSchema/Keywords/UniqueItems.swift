import Documents

/// Finds equal elements of an array without comparing each with each.
enum UniqueItems {
    /// The first two equal elements in order.
    static func firstPair(in array: Node) -> (Node, Node)? {
        var buckets: [Int: [Node]] = [:]
        buckets.reserveCapacity(array.count)
        for element in array.elements {
            let hash = ValueHash.of(element)
            for earlier in buckets[hash] ?? [] where earlier.isEqual(to: element) {
                return (earlier, element)
            }
            buckets[hash, default: []].append(element)
        }
        return nil
    }
}
