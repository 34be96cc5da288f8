/// The payments of all shards in one order, cut into parts that threads can write side by side.
struct OrderedPayments: Sendable {
    let shards: [Shard]
    /// For each part and each shard where the part begins; one more at last, where all end.
    private let bounds: [[Int]]

    /// About so many payments make a part: enough to write at once, and little enough to be held.
    private static let partCount = 128

    /// Closes no timers: `shards` must be arranged.
    init(_ shards: [Shard]) {
        self.shards = shards
        var bounds: [[Int]] = []
        let largest = shards.indices.max { shards[$0].places.count < shards[$1].places.count } ?? 0
        let step = max(1, Self.partCount / max(1, shards.count))
        for start in stride(from: 0, to: shards[largest].places.count, by: step) {
            guard start > 0 else {
                bounds.append(shards.map { _ in 0 })
                continue
            }
            let place = shards[largest].places[start]
            let entry = shards[largest].ledger.entries.pointer(at: Int(place.position))
            let id = entry.pointee.text.payment
            bounds.append(
                shards.indices.map { index in
                    index == largest
                        ? start
                        : shards[index].places.lowerBound(place.prefix, id, shards[index].ledger)
                })
        }
        bounds.append(shards.map { $0.places.count })
        self.bounds = bounds
    }

    /// The number of parts.
    var count: Int { bounds.count - 1 }

    /// Calls `body` with the payments of a part, in order.
    @inline(__always)
    func forEach<Failure: Error>(
        inPart part: Int, _ body: (Shard, _ position: Int) throws(Failure) -> Void
    ) throws(Failure) {
        if shards.count == 1 {
            for index in bounds[part][0]..<bounds[part + 1][0] {
                try body(shards[0], Int(shards[0].places[index].position))
            }
        } else {
            for (shard, place) in merged(part) { try body(shards[shard], Int(place.position)) }
        }
    }

    private func merged(_ part: Int) -> [(shard: Int, place: PaymentPlace)] {
        var places: [(shard: Int, place: PaymentPlace)] = []
        for shard in shards.indices {
            for index in bounds[part][shard]..<bounds[part + 1][shard] {
                places.append((shard, shards[shard].places[index]))
            }
        }
        places.sort { left, right in
            if left.place.prefix != right.place.prefix {
                return left.place.prefix < right.place.prefix
            }
            return id(left.shard, left.place) < id(right.shard, right.place)
        }
        return places
    }

    private func id(_ shard: Int, _ place: PaymentPlace) -> ByteSlice {
        shards[shard].ledger.entries.pointer(at: Int(place.position)).pointee.text.payment
    }
}

extension OrderedPayments {
    /// Arranges the shards side by side, and puts them in one order.
    init(arranging shards: [Shard]) {
        let counts = ParallelValues(count: shards.count, 0)
        if let first = shards.first(where: { $0.ledger.entries.count > 0 }) {
            let id = first.ledger.entries.pointer(at: 0).pointee.text.payment
            Parallel.forEach(shards.count) { counts[$0] = shards[$0].commonPrefixCount(id) }
        }
        let skipping = counts.values.min() ?? 0
        Parallel.forEach(shards.count) { shards[$0].arrange(skipping: skipping) }
        self.init(shards)
    }
}

/// A value from each of several threads.
final class ParallelValues<Value: BitwiseCopyable>: @unchecked Sendable {
    // Unchecked, since each thread writes its own place.
    private let memory: UnsafeMutableBufferPointer<Value>

    init(count: Int, _ value: Value) {
        memory = .allocate(capacity: count)
        memory.initialize(repeating: value)
    }

    deinit {
        memory.deallocate()
    }

    subscript(index: Int) -> Value {
        get { memory[index] }
        set { memory[index] = newValue }
    }

    var values: [Value] { Array(memory) }
}
