internal import Events
internal import Parallelism

/// The payments of all shards in one order, cut into parts that threads can write side by side.
struct OrderedPayments: @unchecked Sendable {
    // Unchecked, since arranged shards are only read.

    let shards: [Shard]
    /// Where the shards' contents are.
    let contents: [UnsafeMutablePointer<ShardContent>]
    /// For each part and each shard where the part begins; and a last one, where all end.
    private let bounds: [[Int]]

    /// About so many payments make a part: enough to write at once, and few enough to be held.
    private static let paymentsPerPart = 448

    /// Closes no timers: `shards` must be arranged.
    init(_ shards: [Shard]) {
        self.shards = shards
        let contents = shards.map(\.content)
        self.contents = contents
        var bounds: [[Int]] = []
        let largest =
            contents.indices.max {
                contents[$0].pointee.order.count < contents[$1].pointee.order.count
            } ?? 0
        let step = max(1, Self.paymentsPerPart / max(1, shards.count))
        for start in stride(from: 0, to: contents[largest].pointee.order.count, by: step) {
            guard start > 0 else {
                bounds.append(shards.map { _ in 0 })
                continue
            }
            let first = contents[largest].pointee.prefixed(start)
            let entry = contents[largest].pointee.ledger.entries.pointer(at: Int(first.position))
            let id = entry.pointee.text.payment
            bounds.append(
                contents.indices.map { index in
                    index == largest
                        ? start
                        : contents[index].pointee.order.lowerBound(
                            first.prefix, id, contents[index].pointee.ledger)
                })
        }
        bounds.append(contents.map { $0.pointee.order.count })
        self.bounds = bounds
    }

    /// The number of parts.
    var count: Int { bounds.count - 1 }

    /// A payment by its shard and its position there.
    struct Location: BitwiseCopyable {
        let shard: Int32
        let position: UInt32
    }

    /// The payments of a part, in order, instead of what `locations` held.
    func list(part: Int, into locations: inout GrowingBuffer<Location>) {
        locations.removeAll()
        let (starts, ends) = (bounds[part], bounds[part + 1])
        guard shards.count <= Self.fewShards else { return listSorted(starts, ends, &locations) }
        if contents.count == 1 {
            for index in starts[0]..<ends[0] {
                let position = contents[0].pointee.order.position(index)
                locations.append(Location(shard: 0, position: position))
            }
            return
        }
        if contents.count == 2 { return mergeTwo(starts, ends, &locations) }
        merge(starts, ends, &locations)
    }

    /// Asks for the payments after the one at `index` of a list, and for their identifiers.
    @inline(__always)
    func prefetch(_ locations: borrowing GrowingBuffer<Location>, _ index: Int) {
        if index + 8 < locations.count {
            let location = locations[index + 8]
            contents[Int(location.shard)].pointee.ledger.entries.prefetch(Int(location.position))
        }
        if index + 4 < locations.count {
            let location = locations[index + 4]
            let entry = contents[Int(location.shard)].pointee.ledger.entries.pointer(
                at: Int(location.position))
            entry.pointee.text.prefetch()
        }
    }

    /// The two cores of a small machine make two shards.
    private func mergeTwo(
        _ starts: [Int], _ ends: [Int], _ locations: inout GrowingBuffer<Location>
    ) {
        var (left, right) = (starts[0], starts[1])
        if left < ends[0], right < ends[1] {
            var leftHead = contents[0].pointee.prefixed(left)
            var rightHead = contents[1].pointee.prefixed(right)
            while true {
                if precedes(0, leftHead, 1, rightHead) {
                    locations.append(Location(shard: 0, position: leftHead.position))
                    left += 1
                    guard left < ends[0] else { break }
                    leftHead = contents[0].pointee.prefixed(left)
                } else {
                    locations.append(Location(shard: 1, position: rightHead.position))
                    right += 1
                    guard right < ends[1] else { break }
                    rightHead = contents[1].pointee.prefixed(right)
                }
            }
        }
        for index in left..<ends[0] {
            locations.append(
                Location(shard: 0, position: contents[0].pointee.order.position(index)))
        }
        for index in right..<ends[1] {
            locations.append(
                Location(shard: 1, position: contents[1].pointee.order.position(index)))
        }
    }

    /// Beyond this it is faster to sort than to look at each shard for every payment.
    private static let fewShards = 6

    private func merge(
        _ starts: [Int], _ ends: [Int], _ locations: inout GrowingBuffer<Location>
    ) {
        var next = starts
        // The next payment of each shard.
        var heads = contents.indices.map { head($0, next, ends) }
        while let shard = first(heads), let head = heads[shard] {
            locations.append(Location(shard: Int32(shard), position: head.position))
            next[shard] += 1
            heads[shard] = self.head(shard, next, ends)
        }
    }

    private func head(_ shard: Int, _ next: [Int], _ ends: [Int]) -> PrefixedPosition? {
        next[shard] < ends[shard] ? contents[shard].pointee.prefixed(next[shard]) : nil
    }

    /// The shard whose next payment is first.
    private func first(_ heads: [PrefixedPosition?]) -> Int? {
        var (first, least): (Int?, PrefixedPosition?) = (nil, nil)
        for shard in heads.indices {
            guard let head = heads[shard] else { continue }
            if let current = first, let known = least, !precedes(shard, head, current, known) {
                continue
            }
            (first, least) = (shard, head)
        }
        return first
    }

    private func listSorted(
        _ starts: [Int], _ ends: [Int], _ locations: inout GrowingBuffer<Location>
    ) {
        var all: [(shard: Int, payment: PrefixedPosition)] = []
        for shard in shards.indices {
            for index in starts[shard]..<ends[shard] {
                all.append((shard, contents[shard].pointee.prefixed(index)))
            }
        }
        all.sort { precedes($0.shard, $0.payment, $1.shard, $1.payment) }
        for (shard, payment) in all {
            locations.append(Location(shard: Int32(shard), position: payment.position))
        }
    }

    @inline(__always)
    private func precedes(
        _ left: Int, _ leftHead: PrefixedPosition, _ right: Int, _ rightHead: PrefixedPosition
    ) -> Bool {
        if leftHead.prefix != rightHead.prefix { return leftHead.prefix < rightHead.prefix }
        return id(left, leftHead) < id(right, rightHead)
    }

    /// Whether any payment has rows of a kind.
    func has(_ kind: RowKind) -> Bool {
        switch kind {
        case .states, .checkpoint: true
        case .anomalies: contents.contains { $0.pointee.ledger.anomalies.count > 0 }
        case .trace: contents.contains { $0.pointee.ledger.steps.count > 0 }
        }
    }

    private func id(_ shard: Int, _ payment: PrefixedPosition) -> ByteSlice {
        contents[shard].pointee.ledger.entries.pointer(at: Int(payment.position)).pointee.text
            .payment
    }
}

extension OrderedPayments {
    /// Arranges the shards side by side, and puts them in one order.
    init(arranging shards: [Shard]) {
        let skipping = IdentifierOrder.commonCount(shards.map { $0.ledger.order })
        Parallel.forEach(shards.count) { shards[$0].content.pointee.arrange(skipping: skipping) }
        self.init(shards)
    }
}
