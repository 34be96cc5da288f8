internal import Events
internal import Parallelism

/// The payments of all shards in one order, cut into parts that threads can write side by side.
struct OrderedPayments: @unchecked Sendable {
    // Unchecked, since arranged shards are only read.

    let shards: [Shard]
    /// Where the shards' contents are.
    let contents: [UnsafeMutablePointer<ShardContent>]
    /// For each part and each shard where the part begins; one more at last, where all end.
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
                contents[$0].pointee.places.count < contents[$1].pointee.places.count
            } ?? 0
        let step = max(1, Self.paymentsPerPart / max(1, shards.count))
        for start in stride(from: 0, to: contents[largest].pointee.places.count, by: step) {
            guard start > 0 else {
                bounds.append(shards.map { _ in 0 })
                continue
            }
            let place = contents[largest].pointee.place(start)
            let entry = contents[largest].pointee.ledger.entries.pointer(at: Int(place.position))
            let id = entry.pointee.text.payment
            bounds.append(
                contents.indices.map { index in
                    index == largest
                        ? start
                        : contents[index].pointee.places.lowerBound(
                            place.prefix, id, contents[index].pointee.ledger)
                })
        }
        bounds.append(contents.map { $0.pointee.places.count })
        self.bounds = bounds
    }

    /// The number of parts.
    var count: Int { bounds.count - 1 }

    /// A payment by its shard and its position there.
    struct Place: BitwiseCopyable {
        let shard: Int32
        let position: UInt32
    }

    /// The payments of a part, in order, instead of what `places` held.
    func list(part: Int, into places: inout GrowingBuffer<Place>) {
        places.removeAll()
        let (starts, ends) = (bounds[part], bounds[part + 1])
        guard shards.count <= Self.fewShards else { return listSorted(starts, ends, &places) }
        if contents.count == 1 {
            for index in starts[0]..<ends[0] {
                let position = contents[0].pointee.places.position(index)
                places.append(Place(shard: 0, position: position))
            }
            return
        }
        if contents.count == 2 { return mergeTwo(starts, ends, &places) }
        merge(starts, ends, &places)
    }

    /// Asks for the payments behind the one at `index` of a list, and for their identifiers.
    @inline(__always)
    func prefetch(_ places: borrowing GrowingBuffer<Place>, _ index: Int) {
        if index + 8 < places.count {
            let place = places[index + 8]
            contents[Int(place.shard)].pointee.ledger.entries.prefetch(Int(place.position))
        }
        if index + 4 < places.count {
            let place = places[index + 4]
            let entry = contents[Int(place.shard)].pointee.ledger.entries.pointer(
                at: Int(place.position))
            entry.pointee.text.prefetch()
        }
    }

    /// The two cores of a small machine make two shards.
    private func mergeTwo(
        _ starts: [Int], _ ends: [Int], _ places: inout GrowingBuffer<Place>
    ) {
        var (left, right) = (starts[0], starts[1])
        if left < ends[0], right < ends[1] {
            var leftPlace = contents[0].pointee.place(left)
            var rightPlace = contents[1].pointee.place(right)
            while true {
                if precedes(0, leftPlace, 1, rightPlace) {
                    places.append(Place(shard: 0, position: leftPlace.position))
                    left += 1
                    guard left < ends[0] else { break }
                    leftPlace = contents[0].pointee.place(left)
                } else {
                    places.append(Place(shard: 1, position: rightPlace.position))
                    right += 1
                    guard right < ends[1] else { break }
                    rightPlace = contents[1].pointee.place(right)
                }
            }
        }
        for index in left..<ends[0] {
            places.append(Place(shard: 0, position: contents[0].pointee.places.position(index)))
        }
        for index in right..<ends[1] {
            places.append(Place(shard: 1, position: contents[1].pointee.places.position(index)))
        }
    }

    /// Beyond this it is faster to sort than to look at each shard for every payment.
    private static let fewShards = 6

    private func merge(
        _ starts: [Int], _ ends: [Int], _ places: inout GrowingBuffer<Place>
    ) {
        var next = starts
        // The next payment of each shard.
        var heads = contents.indices.map { head($0, next, ends) }
        while let shard = first(heads), let head = heads[shard] {
            places.append(Place(shard: Int32(shard), position: head.position))
            next[shard] += 1
            heads[shard] = self.head(shard, next, ends)
        }
    }

    private func head(_ shard: Int, _ next: [Int], _ ends: [Int]) -> PaymentPlace? {
        next[shard] < ends[shard] ? contents[shard].pointee.place(next[shard]) : nil
    }

    /// The shard whose next payment is first.
    private func first(_ heads: [PaymentPlace?]) -> Int? {
        var (first, least): (Int?, PaymentPlace?) = (nil, nil)
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
        _ starts: [Int], _ ends: [Int], _ places: inout GrowingBuffer<Place>
    ) {
        var all: [(shard: Int, place: PaymentPlace)] = []
        for shard in shards.indices {
            for index in starts[shard]..<ends[shard] {
                all.append((shard, contents[shard].pointee.place(index)))
            }
        }
        all.sort { precedes($0.shard, $0.place, $1.shard, $1.place) }
        for (shard, place) in all {
            places.append(Place(shard: Int32(shard), position: place.position))
        }
    }

    @inline(__always)
    private func precedes(
        _ left: Int, _ leftPlace: PaymentPlace, _ right: Int, _ rightPlace: PaymentPlace
    ) -> Bool {
        if leftPlace.prefix != rightPlace.prefix { return leftPlace.prefix < rightPlace.prefix }
        return id(left, leftPlace) < id(right, rightPlace)
    }

    /// Whether any payment has rows of a kind.
    func has(_ kind: RowKind) -> Bool {
        switch kind {
        case .states, .checkpoint: true
        case .anomalies: contents.contains { $0.pointee.ledger.anomalies.count > 0 }
        case .trace: contents.contains { $0.pointee.ledger.steps.count > 0 }
        }
    }

    private func id(_ shard: Int, _ place: PaymentPlace) -> ByteSlice {
        contents[shard].pointee.ledger.entries.pointer(at: Int(place.position)).pointee.text.payment
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
