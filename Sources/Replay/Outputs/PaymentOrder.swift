internal import Events

/// The position of a payment in its ledger, with what usually decides its order among others.
struct PrefixedPosition: BitwiseCopyable {
    /// Eight bytes of the identifier, after those that all have in common, in big-endian order: most
    /// comparisons end here.
    let prefix: UInt64
    let position: UInt32
}

/// The payments of a ledger in the order of the UTF-8 bytes of their identifiers.
///
/// Payments that are numbered as they are created are in order from the start; then
/// nothing needs to be kept.
struct PaymentOrder: ~Copyable {
    private var sorted: UnsafeMutablePointer<PrefixedPosition>?
    private(set) var count = 0
    private var skipping = 0

    init() {}

    deinit {
        sorted?.deallocate()
    }

    /// The `index`th payment of `ledger`, for which the order was found.
    @inline(__always)
    func prefixed(_ index: Int, _ ledger: borrowing Ledger) -> PrefixedPosition {
        precondition(index >= 0 && index < count, "a payment of the ledger")
        if let sorted { return sorted[index] }
        return PrefixedPosition(prefix: prefix(index, ledger), position: UInt32(index))
    }

    /// The position of the `index`th payment.
    @inline(__always)
    func position(_ index: Int) -> UInt32 { sorted.map { $0[index].position } ?? UInt32(index) }

    /// Finds the order of the payments of `ledger`, whose identifiers begin with `skipping` bytes that
    /// are the same in all.
    mutating func arrange(_ ledger: borrowing Ledger, skipping: Int) {
        // Payments are only ever added: as many are the same ones, as after writing a checkpoint.
        guard count != ledger.entries.count || self.skipping != skipping else { return }
        sorted?.deallocate()
        sorted = nil
        count = ledger.entries.count
        self.skipping = skipping
        guard !ledger.order.isSorted else { return }
        let memory = Memory.allocateTable(bytes: count * MemoryLayout<PrefixedPosition>.stride)
        let sorted = memory.bindMemory(to: PrefixedPosition.self, capacity: count)
        self.sorted = sorted
        for position in 0..<count {
            sorted[position] = PrefixedPosition(
                prefix: prefix(position, ledger), position: UInt32(position))
        }
        PrefixSort.sort(sorted, count)
        sortTies(sorted, ledger)
    }

    @inline(__always)
    private func prefix(_ position: Int, _ ledger: borrowing Ledger) -> UInt64 {
        ledger.entries.pointer(at: position).pointee.text.payment.orderedPrefix(from: skipping)
    }

    /// Sorts those whose prefixes are equal by their whole identifiers.
    private func sortTies(
        _ sorted: UnsafeMutablePointer<PrefixedPosition>, _ ledger: borrowing Ledger
    ) {
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, sorted[end].prefix == sorted[start].prefix { end += 1 }
            if end - start > 1 {
                let ties = UnsafeMutableBufferPointer(start: sorted + start, count: end - start)
                Self.sort(ties, ledger)
            }
            start = end
        }
    }

    private static func sort(
        _ ties: UnsafeMutableBufferPointer<PrefixedPosition>, _ ledger: borrowing Ledger
    ) {
        var named: [(id: ByteSlice, payment: PrefixedPosition)] = []
        for payment in ties {
            let entry = ledger.entries.pointer(at: Int(payment.position))
            named.append((entry.pointee.text.payment, payment))
        }
        named.sort { $0.id < $1.id }
        for (index, tie) in named.enumerated() { ties[index] = tie.payment }
    }

    /// The index of the first payment whose identifier does not precede `id`.
    func lowerBound(_ prefix: UInt64, _ id: ByteSlice, _ ledger: borrowing Ledger) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let payment = prefixed(middle, ledger)
            let isBefore =
                payment.prefix == prefix
                ? ledger.entries.pointer(at: Int(payment.position)).pointee.text.payment < id
                : payment.prefix < prefix
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Sorts positions by their prefixes, a byte at a time from the last one: in linear time.
enum PrefixSort {
    static func sort(_ positions: UnsafeMutablePointer<PrefixedPosition>, _ count: Int) {
        let memory = Memory.allocateTable(
            bytes: max(1, count) * MemoryLayout<PrefixedPosition>.stride)
        defer { memory.deallocate() }
        var source = positions
        var target = memory.bindMemory(to: PrefixedPosition.self, capacity: count)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            guard var next = starts(source, count, shift) else { continue }
            for index in 0..<count {
                let digit = Int(source[index].prefix >> shift & 0xFF)
                target[next[digit]] = source[index]
                next[digit] += 1
            }
            swap(&source, &target)
        }
        if source != positions { positions.update(from: source, count: count) }
    }

    /// The index where the positions with each value of a byte begin; nil if all have the same.
    private static func starts(
        _ positions: UnsafeMutablePointer<PrefixedPosition>, _ count: Int, _ shift: UInt64
    ) -> InlineArray<256, Int>? {
        var counts = InlineArray<256, Int>(repeating: 0)
        for index in 0..<count { counts[Int(positions[index].prefix >> shift & 0xFF)] += 1 }
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
