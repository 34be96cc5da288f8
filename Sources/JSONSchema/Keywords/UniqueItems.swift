import Documents

/// Finds equal elements of an array without comparing each with each.
enum UniqueItems {
    /// The first two equal elements in order.
    static func firstPair(in array: Node) -> (Node, Node)? {
        var buckets: [Int: [Node]] = [:]
        buckets.reserveCapacity(array.count)
        for element in array.elements {
            let hash = hash(of: element)
            for earlier in buckets[hash] ?? [] where earlier.isEqual(to: element) {
                return (earlier, element)
            }
            buckets[hash, default: []].append(element)
        }
        return nil
    }

    /// Equal for equal values; the order of members does not count. Recursion is as deep as the
    /// document, whose depth the readers limit.
    private static func hash(of node: Node) -> Int {
        var hasher = Hasher()
        hasher.combine(node.kind)
        hasher.combine(node.count)
        switch node.kind {
        case .null: break
        case .boolean: hasher.combine(node.boolean)
        case .number: hasher.combine(node.number)
        case .string: node.withText { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .array: for element in node.elements { hasher.combine(hash(of: element)) }
        case .object:
            var sum = 0
            for member in node.members {
                sum = sum &+ (hash(of: member.key) &* 31 ^ hash(of: member.value))
            }
            hasher.combine(sum)
        }
        return hasher.finalize()
    }
}
