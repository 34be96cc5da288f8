extension Node {
    /// Whether both nodes are the same JSON value: numbers by exact value, strings by bytes,
    /// objects whatever the order of their members.
    ///
    /// An opaque string, whose content is not known yet, equals only itself; with
    /// `opaqueIsAnyString` it equals every string.
    ///
    /// - Complexity: O(*nodes*) where members are in the same order; else O(*n* log *n*).
    public func isEqual(to other: Node, opaqueIsAnyString: Bool = false) -> Bool {
        var pairs = [(self, other)]
        while let (left, right) = pairs.popLast() {
            guard left.kind == right.kind, left.count == right.count else { return false }
            switch left.kind {
            case .null: continue
            case .boolean: if left.boolean != right.boolean { return false }
            case .number: if left.number != right.number { return false }
            case .string:
                if left.isOpaque || right.isOpaque {
                    guard opaqueIsAnyString || left.isSame(as: right) else { return false }
                } else if !left.hasSameText(as: right) {
                    return false
                }
            case .array: pairs += zip(left.elements, right.elements)
            case .object:
                guard let values = left.pairedValues(with: right) else { return false }
                pairs += values
            }
        }
        return true
    }

    /// Whether both are the same node of the same document.
    public func isSame(as other: Node) -> Bool {
        document === other.document && index == other.index
    }

    private func hasSameText(as other: Node) -> Bool {
        withText { mine in
            other.withText { others in mine.count == others.count && mine.elementsEqual(others) }
        }
    }

    /// The values under equal keys; nil if a key of one object is not in the other.
    private func pairedValues(with other: Node) -> [(Node, Node)]? {
        var left = Array(members)
        var right = Array(other.members)
        if !zip(left, right).allSatisfy({ $0.key.hasSameText(as: $1.key) }) {
            left.sort { $0.key.textPrecedes($1.key) }
            right.sort { $0.key.textPrecedes($1.key) }
            for (mine, others) in zip(left, right) where !mine.key.hasSameText(as: others.key) {
                return nil
            }
        }
        return zip(left, right).map { ($0.value, $1.value) }
    }

    private func textPrecedes(_ other: Node) -> Bool {
        withText { mine in other.withText { mine.lexicographicallyPrecedes($0) } }
    }
}
