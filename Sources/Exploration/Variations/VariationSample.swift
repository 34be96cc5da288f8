/// Which variations are tried: all of them, or one of each of as many equal parts as the limit allows.
struct VariationSample: Sendable {
    /// How many variations there are before those of each payment, and in all.
    private let starts: [Int]
    let total: Int
    /// How many are tried.
    let count: Int
    private let seed: UInt64

    /// - Parameter counts: the number of variations of each payment.
    init(_ counts: [Int], limit: Int, seed: UInt64) {
        var sum = 0
        starts = counts.map { count in
            defer { sum += count }
            return sum
        }
        total = sum
        count = min(limit, sum)
        self.seed = seed
    }

    /// The variations of `payment` that are tried, by their positions among its `count`.
    func positions(ofPayment payment: Int, count ofPayment: Int) -> [Int] {
        guard count < total else { return Array(0..<ofPayment) }
        let range = starts[payment]..<(starts[payment] + ofPayment)
        guard !range.isEmpty, count > 0 else { return [] }
        var part = self.part(of: range.lowerBound)
        var positions: [Int] = []
        while part < count {
            let chosen = chosen(in: part)
            if chosen >= range.upperBound { break }
            if chosen >= range.lowerBound { positions.append(chosen - range.lowerBound) }
            part += 1
        }
        return positions
    }

    /// The part that `index` is in.
    private func part(of index: Int) -> Int {
        var part = Int(Int128(index) * Int128(count) / Int128(total))
        while part > 0, start(of: part) > index { part -= 1 }
        while start(of: part + 1) <= index { part += 1 }
        return part
    }

    private func start(of part: Int) -> Int {
        Int(Int128(part) * Int128(total) / Int128(count))
    }

    /// The one that is tried of a part: by chance, which depends on the seed and the part alone.
    private func chosen(in part: Int) -> Int {
        let (start, end) = (start(of: part), start(of: part + 1))
        var mixed = seed &+ (UInt64(part) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return start + Int(mixed % UInt64(end - start))
    }
}
