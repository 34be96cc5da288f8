/// Random damage to an input, for tests that no input does harm.
public struct Mutator: Sendable {
    private let pieces: [[UInt8]]
    private let others: [[UInt8]]

    /// - Parameters:
    ///   - pieces: Texts that are likely to change what an input means.
    ///   - others: Inputs, parts of which are put into the one that is changed.
    public init(pieces: [String], others: [[UInt8]] = []) {
        self.pieces = pieces.map { Array($0.utf8) }
        self.others = others
    }

    /// Makes one to `most` changes.
    public func mutate(
        _ bytes: inout [UInt8], most: Int, using random: inout SeededGenerator
    ) {
        for _ in 0...random.below(most) { change(&bytes, &random) }
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let start = random.below(bytes.count + 1)
        let end = min(start + random.below(13), bytes.count)
        let piece = pieces.randomElement(using: &random) ?? []
        switch random.below(8) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: piece, at: start)
        case 2: bytes.replaceSubrange(start..<end, with: piece)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count + 1))
        case 4:
            let other = others.randomElement(using: &random) ?? bytes
            let from = random.below(other.count + 1)
            bytes.replaceSubrange(start..<end, with: other[from...].prefix(40))
        case 5 where start < bytes.count: bytes.swapAt(start, random.below(bytes.count))
        case 6 where start < bytes.count: bytes[start] ^= 1 << UInt8(random.below(8))
        case 7 where start < bytes.count: bytes[start] = UInt8(random.below(256))
        default: bytes.insert(UInt8(random.below(256)), at: start)
        }
    }
}
