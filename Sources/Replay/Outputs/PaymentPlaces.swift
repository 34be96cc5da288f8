internal import Events

/// Where a payment is in its ledger, with what tells its order among others at once.
struct PaymentPlace: BitwiseCopyable {
    /// Eight bytes of the identifier, behind those that all have in common, in big-endian order: most
    /// comparisons end here.
    let prefix: UInt64
    let position: UInt32
}

/// The payments of a ledger in the order of the UTF-8 bytes of their identifiers.
///
/// Payments that are numbered as they are created are in order from the start; then
/// there is nothing to be kept.
struct PaymentPlaces: ~Copyable {
    private var places: UnsafeMutablePointer<PaymentPlace>?
    private(set) var count = 0
    private var skipping = 0

    init() {}

    deinit {
        places?.deallocate()
    }

    /// The place of the `index`th payment of `ledger`, for which the order was found.
    @inline(__always)
    func place(_ index: Int, _ ledger: borrowing Ledger) -> PaymentPlace {
        precondition(index >= 0 && index < count, "a place that there is")
        if let places { return places[index] }
        return PaymentPlace(prefix: prefix(index, ledger), position: UInt32(index))
    }

    /// The position of the `index`th payment.
    @inline(__always)
    func position(_ index: Int) -> UInt32 { places.map { $0[index].position } ?? UInt32(index) }

    /// Finds the order of the payments of `ledger`, whose identifiers begin with `skipping` bytes that
    /// are the same in all.
    mutating func arrange(_ ledger: borrowing Ledger, skipping: Int) {
        // Payments are only ever added: as many are the same ones, as after writing a checkpoint.
        guard count != ledger.entries.count || self.skipping != skipping else { return }
        places?.deallocate()
        places = nil
        count = ledger.entries.count
        self.skipping = skipping
        guard !ledger.order.isSorted else { return }
        let memory = Memory.allocateTable(bytes: count * MemoryLayout<PaymentPlace>.stride)
        let places = memory.bindMemory(to: PaymentPlace.self, capacity: count)
        self.places = places
        for position in 0..<count {
            places[position] = PaymentPlace(
                prefix: prefix(position, ledger), position: UInt32(position))
        }
        PlaceSort.sort(places, count)
        sortTies(places, ledger)
    }

    @inline(__always)
    private func prefix(_ position: Int, _ ledger: borrowing Ledger) -> UInt64 {
        ledger.entries.pointer(at: position).pointee.text.payment.orderedPrefix(from: skipping)
    }

    /// Sorts those whose prefixes are equal by their whole identifiers.
    private func sortTies(
        _ places: UnsafeMutablePointer<PaymentPlace>, _ ledger: borrowing Ledger
    ) {
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, places[end].prefix == places[start].prefix { end += 1 }
            if end - start > 1 {
                let ties = UnsafeMutableBufferPointer(start: places + start, count: end - start)
                Self.sort(ties, ledger)
            }
            start = end
        }
    }

    private static func sort(
        _ ties: UnsafeMutableBufferPointer<PaymentPlace>, _ ledger: borrowing Ledger
    ) {
        var named: [(id: ByteSlice, place: PaymentPlace)] = []
        for place in ties {
            let entry = ledger.entries.pointer(at: Int(place.position))
            named.append((entry.pointee.text.payment, place))
        }
        named.sort { $0.id < $1.id }
        for (index, tie) in named.enumerated() { ties[index] = tie.place }
    }

    /// The first place whose identifier does not precede `id`.
    func lowerBound(_ prefix: UInt64, _ id: ByteSlice, _ ledger: borrowing Ledger) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let place = place(middle, ledger)
            let isBefore =
                place.prefix == prefix
                ? ledger.entries.pointer(at: Int(place.position)).pointee.text.payment < id
                : place.prefix < prefix
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Sorts places by their prefixes, a byte at a time from the last one: in linear time.
enum PlaceSort {
    static func sort(_ places: UnsafeMutablePointer<PaymentPlace>, _ count: Int) {
        let memory = Memory.allocateTable(bytes: max(1, count) * MemoryLayout<PaymentPlace>.stride)
        defer { memory.deallocate() }
        var source = places
        var target = memory.bindMemory(to: PaymentPlace.self, capacity: count)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            guard var next = starts(source, count, shift) else { continue }
            for index in 0..<count {
                let digit = Int(source[index].prefix >> shift & 0xFF)
                target[next[digit]] = source[index]
                next[digit] += 1
            }
            swap(&source, &target)
        }
        if source != places { places.update(from: source, count: count) }
    }

    /// Where the places with each value of a byte go; nil if all have the same.
    private static func starts(
        _ places: UnsafeMutablePointer<PaymentPlace>, _ count: Int, _ shift: UInt64
    ) -> InlineArray<256, Int>? {
        var counts = InlineArray<256, Int>(repeating: 0)
        for index in 0..<count { counts[Int(places[index].prefix >> shift & 0xFF)] += 1 }
        var sum = 0
        for digit in counts.indices {
            if counts[digit] == count { return nil }
            let own = counts[digit]
            counts[digit] = sum
            sum += own
        }
        return counts
    }
}
