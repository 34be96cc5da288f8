import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("Texts and checksums of a replay")
struct TextTests {
    @Test("stand in the keys of attempts whatever their length, and are told apart")
    func attemptKeys() {
        let arena = ScratchArena(chunkBytes: 1024)
        var keys: [(key: AttemptKey, text: [UInt8])] = []
        for count in 1...600 {
            for last: UInt8 in [0x61, 0xFF] {
                var text = [UInt8](repeating: 0x61, count: count)
                text[count - 1] = last
                let slice = Self.slice(text, arena)
                let inline = AttemptText.inlineKey(slice)
                #expect((inline != nil) == (count <= 7), "\(count) bytes")
                let key = inline ?? AttemptText.makeKey(slice, in: arena)
                #expect((AttemptText.stored(key) == nil) == (count <= 7), "\(count) bytes")
                keys.append((key, text))
            }
        }
        for (key, text) in keys {
            #expect(AttemptText.withText(key) { Array($0.buffer) } == text)
        }
        #expect(Set(keys.map(\.key.rawValue)).count == keys.count)
    }

    @Test("of short attempts do not depend on what follows them")
    func inlineKeys() {
        let arena = ScratchArena()
        for count in 1...7 {
            let text = [UInt8](repeating: 0xC3, count: count)
            let keys = [UInt8(0), 0xFF, 0x61].map { behind in
                let slice = Self.slice(text + [UInt8](repeating: behind, count: 16), arena)
                return AttemptText.inlineKey(ByteSlice(base: slice.base, count: count))?.rawValue
            }
            #expect(Set(keys).count == 1, "\(count) bytes")
        }
    }

    @Test("of short attempts are known to need no escapes, or not")
    func plainKeys() {
        let arena = ScratchArena()
        for count in 1...7 {
            for place in 0..<count {
                for byte in UInt8.min...UInt8.max {
                    var text = [UInt8](repeating: 0x61, count: count)
                    text[place] = byte
                    let key = AttemptText.inlineKey(Self.slice(text, arena))
                    let plain = key.flatMap { AttemptText.plain($0) }
                    let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C
                    #expect((plain != nil) == isPlain, "\(text)")
                    guard let plain else { continue }
                    let bytes = withUnsafeBytes(of: plain.bytes) { Array($0[..<plain.count]) }
                    #expect(bytes == text)
                }
            }
        }
    }

    @Test("of the many attempts of a payment are found again", arguments: [5, 15, 16, 17, 18, 40])
    func manyAttempts(count: Int) throws {
        // Every attempt twice: the second time it is known, or contradicts what is known.
        let run = try ReplayRun()
        let head = #"{"at":"2026-01-05T10:00:00Z","payment":"p","#
        let created =
            head + #""type":"payment.created","client":"c","method":"cash","amount":1,"#
            + #""currency":"EUR"}"#
        let names = (0..<count).map { number in
            String(repeating: "n", count: [1, 7, 8, 9, 40][number % 5]) + "-\(number)"
        }
        let attempts = names.map { head + #""type":"payment.attempted","attempt":"\#($0)"}"# }
        let results = names.map {
            head + #""type":"gateway.result","attempt":"\#($0)","outcome":"succeeded"}"#
        }
        guard case .finished = try run([created] + attempts + attempts + results + results) else {
            Issue.record("refused")
            return
        }
        let report = try run.output("report.json")
        #expect(report.contains(#""duplicate-ignored":\#(count * 2)"#))
        #expect(report.contains(#""second-payment-returned":\#(count - 1)"#))
        let states = try run.output("states.json")
        #expect(states.ranges(of: #"{"attempt":"#).count == count)
    }

    @Test("are hashed by their own bytes alone")
    func hashes() {
        let arena = ScratchArena()
        let hash = IdentifierHash(seed: 7)
        var seen: Set<UInt64> = []
        for count in 0...80 {
            let text = [UInt8](repeating: 0x61, count: count)
            let values = [UInt8(0), 0xFF, 0x61].map { behind in
                let slice = Self.slice(text + [UInt8](repeating: behind, count: 64), arena)
                return hash(ByteSlice(base: slice.base, count: count))
            }
            #expect(Set(values).count == 1, "\(count) bytes")
            seen.formUnion(values)
            for place in 0..<count {
                var other = text
                other[place] = 0x62
                seen.insert(hash(Self.slice(other, arena)))
            }
        }
        #expect(seen.count == (0...80).reduce(0) { $0 + 1 + $1 })
    }

    @Test("have a checksum that any byte changes")
    func checksums() {
        var random = SeededGenerator(seed: 3)
        for count in 0...100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let whole = Self.checksum(bytes)
            #expect(Self.checksum(bytes) == whole)
            #expect(Self.checksum(bytes + [0]) != whole, "\(count) bytes and a zero")
            for place in bytes.indices {
                for bit in 0..<8 {
                    var other = bytes
                    other[place] ^= 1 << bit
                    #expect(
                        Self.checksum(other) != whole, "bit \(bit) of byte \(place) of \(count)")
                }
            }
            // Words that change places.
            guard count >= 64 else { continue }
            var swapped = bytes
            for place in 0..<8 { swapped.swapAt(place, place + 32) }
            #expect(Self.checksum(swapped) != whole, "\(count) bytes, swapped")
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { Checksum.of($0) }
    }

    private static func slice(_ bytes: [UInt8], _ arena: ScratchArena) -> ByteSlice {
        let place = arena.reserve(bytes.count)
        for (index, byte) in bytes.enumerated() { place[index] = byte }
        return ByteSlice(base: place, count: bytes.count)
    }
}
