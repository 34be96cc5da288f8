internal import Events

/// What is known of the order of identifiers as they are added, so that it need not be worked out from
/// all of them at the end.
struct IdentifierOrder {
    /// The number of leading bytes that all have in common.
    private(set) var commonCount = 0
    /// Whether each comes after the one before, by their bytes.
    private(set) var isSorted = true
    private var first: ByteSlice?
    private var last = ByteSlice.empty

    /// Takes the next identifier, which stays where it is.
    @inline(__always)
    mutating func add(_ id: ByteSlice) {
        guard let first else {
            (first, last, commonCount) = (id, id, id.count)
            return
        }
        let common = ByteSlice(base: first.base, count: commonCount)
        // Most share all of it.
        if id.count < commonCount || !(ByteSlice(base: id.base, count: commonCount) == common) {
            commonCount = id.commonPrefixCount(common)
        }
        if isSorted {
            let (left, right) = (
                last.orderedPrefix(from: commonCount), id.orderedPrefix(from: commonCount)
            )
            isSorted = left == right ? last < id : left < right
        }
        last = id
    }

    /// The number of leading bytes that the identifiers of all of them have in common.
    static func commonCount(_ orders: [IdentifierOrder]) -> Int {
        guard let first = orders.lazy.compactMap(\.first).first else { return 0 }
        return orders.reduce(first.count) { count, order in
            guard let other = order.first else { return count }
            return min(count, order.commonCount, first.commonPrefixCount(other))
        }
    }
}
