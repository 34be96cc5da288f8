import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("Memory of a replay's own")
struct BufferTests {
    @Test("is as large as the cache lines that it was planned for")
    func sizes() {
        #expect(MemoryLayout<Payment>.size <= 112)
        #expect(MemoryLayout<LedgerEntry>.size == 128)
        #expect(MemoryLayout<LedgerEntry>.stride == 128)
        #expect(MemoryLayout<Attempt>.stride <= 56)
        #expect(MemoryLayout<PrefixedPosition>.stride == 16)
    }

    /// Something that is counted as long as somebody holds it.
    private final class Token {
        static nonisolated(unsafe) var alive = 0
        let number: Int

        init(_ number: Int) {
            self.number = number
            Self.alive += 1
        }

        deinit { Self.alive -= 1 }
    }

    /// An element of which few fit in a chunk.
    private struct Large {
        var bytes = InlineArray<8192, UInt64>(repeating: 0)
        let token: Token
    }

    @Test("in chunks keeps its elements where they are, and releases them once")
    func chunks() {
        do {
            var buffer = ChunkedBuffer<Large>()
            // More chunks than there is room for at first, with the last one partly used.
            let count = 16 * 17 + 5
            buffer.append(Large(token: Token(0)))
            let first = buffer.pointer(at: 0)
            for number in 1..<count { buffer.append(Large(token: Token(number))) }
            #expect(buffer.pointer(at: 0) == first)
            #expect(buffer.count == count && Token.alive == count)
            #expect((0..<count).allSatisfy { buffer[$0].token.number == $0 })
            #expect(buffer.allocatedBytes >= 17 * Memory.largePage)
        }
        #expect(Token.alive == 0)
    }

    @Test("that grows keeps what is in it", arguments: [1, 2, 64])
    func growing(capacity: Int) {
        var buffer = GrowingBuffer<UInt64>(capacity: capacity)
        for number in 0..<1000 {
            if number % 2 == 0 {
                buffer.append(UInt64(number))
            } else {
                buffer.appendUninitialized().pointee = UInt64(number)
            }
        }
        #expect((0..<1000).allSatisfy { buffer[$0] == UInt64($0) })
        buffer[7] = 70
        buffer.removeLast()
        #expect(buffer.count == 999 && buffer[7] == 70)
        #expect(buffer.allocatedBytes >= 999 * 8)
        buffer.removeAll()
        buffer.append(5)
        #expect(buffer.count == 1 && buffer[0] == 5)
    }

    @Test(
        "of hashes finds every position, also where many hashes are alike",
        arguments: [UInt64.max, 0xFF, 0xFFFF_FFFF_0000_0001, 0])
    func slots(mask: UInt64) {
        var random = SeededGenerator(seed: mask)
        var slots = HashSlots(capacity: 4)
        // Those that are all alike are looked through one by one.
        let count = mask.nonzeroBitCount > 40 ? 5000 : 400
        let hashes = (0..<count).map { _ in UInt64.random(in: .min ... .max, using: &random) & mask
        }
        for (position, hash) in hashes.enumerated() {
            #expect(slots.find(hash) { $0 == position } == nil)
            slots.insert(hash, position)
        }
        for (position, hash) in hashes.enumerated() {
            #expect(slots.find(hash) { $0 == position } == position)
            #expect(slots.find(hash) { _ in false } == nil)
        }
        #expect(slots.allocatedBytes >= count * 8)
    }

    @Test("of texts gives equal ones the same symbol", arguments: 0..<4 as Range<UInt64>)
    func symbols(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let arena = ScratchArena()
        var table = SymbolTable(arena: ScratchArena(), hash: IdentifierHash(seed: seed))
        var known: [[UInt8]: Symbol] = [:]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in UInt8.random(in: 0x61...0x62, using: &random) }
            let symbol = table.symbol(for: arena.copy(String(decoding: text, as: UTF8.self)))
            #expect(known[text] ?? symbol == symbol, "seed \(seed)")
            known[text] = symbol
            #expect(Array(table[symbol].buffer) == text, "seed \(seed)")
        }
        #expect(Set(known.values.map(\.rawValue)).count == known.count, "seed \(seed)")
    }

    @Test(
        "takes values nested to any depth, and no wrong ends",
        arguments: [1, 8, 9, 63, 64, 65, 127, 128, 129, 300])
    func nestedValues(depth: Int) throws {
        var random = SeededGenerator(seed: UInt64(depth))
        let kinds = (0..<depth).map { _ in Bool.random(using: &random) }
        let start = kinds.map { $0 ? #"{"a":"# : "[" }.joined()
        let ends = kinds.reversed().map { $0 ? "}" : "]" }
        let head = #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","x":"#
        let good = head + start + "1" + ends.joined() + "}"
        var run = try ReplayRun()
        run.onInvalid = .quarantine
        // Twice, since the second one may be read in another way.
        var lines = [good, good]
        for place in [0, depth / 2, depth - 1] {
            var wrong = ends
            wrong[place] = wrong[place] == "}" ? "]" : "}"
            lines.append(head + start + "1" + wrong.joined() + "}")
        }
        guard case .finished(let result) = try run(lines) else {
            Issue.record("refused")
            return
        }
        #expect(result.rejectedCount == 3)
    }
}
