import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("The order of payments")
struct PaymentOrderTests {
    /// Sets of identifiers that are hard to sort by their first bytes.
    private static func identifiers(_ random: inout SeededGenerator) -> [String] {
        let prefix =
            ["", "p-", "order/2026/01/05/", "é", String(repeating: "x", count: 100)]
            .randomElement(using: &random) ?? ""
        let letters =
            [["a"], ["a", "b"], ["0", "9", "é", "😀", "~", " ", "\u{FFFF}"]]
            .randomElement(using: &random) ?? []
        var names: Set<String> = []
        for _ in 0..<Int.random(in: 1...300, using: &random) {
            let count = Int.random(in: 0...20, using: &random)
            let name = (0..<count).map { _ in letters.randomElement(using: &random) ?? "" }
            names.insert(prefix + name.joined())
        }
        names.remove("")
        // By bytes: as strings, some could be equal that are not.
        return names.shuffled(using: &random)
    }

    private static func sorted(_ names: [String]) -> [String] {
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    @Test("is that of their bytes, in one shard or several", arguments: [1, 2, 3, 6, 7, 9])
    func order(shardCount: Int) {
        for seed in 0..<25 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let names = Self.identifiers(&random)
            let ordered = Self.ordered(names, shardCount)
            #expect(ordered == Self.sorted(names), "seed \(seed)")
        }
    }

    @Test("is kept where payments come in it")
    func sortedAlready() {
        var random = SeededGenerator(seed: 1)
        let names = Self.sorted(Self.identifiers(&random))
        #expect(Self.ordered(names, 2) == names)
        #expect(Self.ordered(["p"], 3) == ["p"])
        #expect(Self.ordered([], 2) == [])
    }

    /// The names as `OrderedPayments` lists them.
    private static func ordered(_ names: [String], _ shardCount: Int) -> [String] {
        let request = ReplayRequest(setup: ReplayRun.setup, inputs: [], temporaryFolder: "/tmp")
        let hash = IdentifierHash(seed: 1)
        let shards = (0..<shardCount).map { _ in Shard(request, hash) }
        let arena = ScratchArena()
        for name in names {
            let id = arena.copy(name)
            let hashed = hash(id)
            let shard = shards[IdentifierHash.part(hashed >> 48, of: shardCount)]
            let text = PaymentText(payment: id, client: arena.copy("c"), in: arena)
            _ = shard.ledger.add(LedgerEntry(text: text, latest: .earliest), hashed)
        }
        let payments = OrderedPayments(arranging: shards)
        var ordered: [String] = []
        var locations = GrowingBuffer<OrderedPayments.Location>()
        for part in 0..<payments.count {
            payments.list(part: part, into: &locations)
            for index in 0..<locations.count {
                let shard = shards[Int(locations[index].shard)]
                let entry = shard.ledger.entries.pointer(at: Int(locations[index].position))
                ordered.append(entry.pointee.text.payment.string)
            }
        }
        withExtendedLifetime(arena) {}
        return ordered
    }

    @Test("by the first bytes keeps that of equals", arguments: 0..<20 as Range<UInt64>)
    func prefixes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...700, using: &random)
        let masks: [UInt64] = [.max, 0xFF, 0xFF00_0000_0000_0000, 0x0101_0000_0000_0101, 0]
        let mask = masks.randomElement(using: &random) ?? 0
        var positions = (0..<count).map { position in
            PrefixedPosition(
                prefix: UInt64.random(in: .min ... .max, using: &random) & mask,
                position: UInt32(position))
        }
        let expected = positions.sorted { ($0.prefix, $0.position) < ($1.prefix, $1.position) }
        positions.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            PrefixSort.sort(base, count)
        }
        #expect(positions.map(\.prefix) == expected.map(\.prefix), "seed \(seed)")
        #expect(positions.map(\.position) == expected.map(\.position), "seed \(seed)")
    }

    @Test("of slices is that of their bytes, a prefix first", arguments: 0..<10 as Range<UInt64>)
    func slices(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let arena = ScratchArena()
        for _ in 0..<300 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    [0, 0x61, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? UInt8(0)
                }
            }
            var (left, right) = (texts[0], texts[1])
            // Often the same up to some place.
            let common = Int.random(in: 0...min(left.count, right.count), using: &random)
            right.replaceSubrange(..<common, with: left[..<common])
            if Int.random(in: 0..<5, using: &random) == 0 { left = right }
            let (leftSlice, rightSlice) = (Self.slice(left, arena), Self.slice(right, arena))
            #expect((leftSlice == rightSlice) == (left == right), "seed \(seed): \(left) \(right)")
            #expect(
                (leftSlice < rightSlice) == left.lexicographicallyPrecedes(right),
                "seed \(seed): \(left) \(right)")
            let prefix = zip(left, right).prefix { $0 == $1 }.count
            #expect(leftSlice.commonPrefixCount(rightSlice) == prefix, "seed \(seed)")
        }
    }

    /// A slice of bytes with bytes after it that must not matter.
    private static func slice(_ bytes: [UInt8], _ arena: ScratchArena) -> ByteSlice {
        let place = arena.reserve(bytes.count + 16)
        for index in 0..<(bytes.count + 16) {
            place[index] = index < bytes.count ? bytes[index] : UInt8.random(in: 0...255)
        }
        return ByteSlice(base: place, count: bytes.count)
    }
}
