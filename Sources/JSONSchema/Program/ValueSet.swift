import Documents

/// The numbers, arrays or objects that `enum` or `const` allows, found by their hashes.
struct ValueSet: Sendable {
    let values: [Node]
    /// The positions of the values with each hash; nil where looking at each value is faster.
    private let buckets: [Int: [Int]]?
    /// Opaque strings equal any string, so that hashes do not tell.
    private let isOpaque: Bool

    init(_ values: [Node]) {
        self.values = values
        isOpaque = values.contains(where: \.holdsOpaque)
        buckets =
            values.count > 8 && !isOpaque
            ? Dictionary(grouping: values.indices) { ValueHash.of(values[$0]) } : nil
    }

    /// Whether a value is one of them; nil if only comparing it with each of them tells.
    func contains(_ value: Node) -> Bool? {
        guard let buckets, !value.holdsOpaque else { return nil }
        return buckets[ValueHash.of(value)]?.contains { values[$0].isEqual(to: value) } ?? false
    }
}

extension Node {
    /// Whether it is or has an opaque string in it.
    fileprivate var holdsOpaque: Bool {
        (index..<Int(record.next)).contains { document.records[$0].flags.contains(.opaque) }
    }
}

/// Hashes of values, equal for equal values: the order of members does not count.
enum ValueHash {
    /// Recursion is as deep as the document, whose depth the readers limit.
    static func of(_ node: Node) -> Int {
        var hasher = Hasher()
        hasher.combine(node.kind)
        hasher.combine(node.count)
        switch node.kind {
        case .null: break
        case .boolean: hasher.combine(node.boolean)
        case .number: hasher.combine(node.number)
        case .string: node.withText { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .array: for element in node.elements { hasher.combine(of(element)) }
        case .object:
            var sum = 0
            for member in node.members {
                sum = sum &+ (of(member.key) &* 31 ^ of(member.value))
            }
            hasher.combine(sum)
        }
        return hasher.finalize()
    }
}
