import CIntrinsics
import TestSupport
import Testing

@testable import Events

/// Lines whose layout came before are known by their quotes, which must not show.
@Suite("Lines of a known layout")
struct LayoutTests {
    /// The variants that this processor can run; none elsewhere.
    private static let levels = Array(0..<max(0, intrinsics_lines_level() + 1))

    private static let lines = [
        #"{"id":"ev-00000001","type":"payment.created","at":"2026-01-05T10:00:00.250Z","#
            + #""payment":"p-1","client":"c-1","method":"card","amount":"10.00","currency":"EUR","#
            + #""meta":{"ip":"203.0.1.2","items":4}}"#,
        #"{"type": "payment.created", "payment": "p-2", "currency": "JPY", "amount": 1200, "#
            + #""method": "card", "client": "client/2", "at": "2026-01-05T10:00:00Z"}"#,
        #"{"type":"payment.attempted","at":"2026-01-05T10:01:00Z","payment":"p-1","attempt":"a-1","#
            + #""amount":10.5,"method":"cash","x":true,"y":[1,"z"]}"#,
        #"{"type":"gateway.result","at":"2026-01-05T10:03:00Z","payment":"p-2","attempt":"a-1","#
            + #""outcome":"failed","error":{"code":"51","message":"insufficient funds"},"n":0.5}"#,
        #"{"type":"clock.advanced","at":"2026-01-05T10:05:00.125Z","note":"n"}"#,
    ]

    @Test("are read as if nothing were known, whichever byte is another", arguments: levels)
    func otherBytes(level: Int32) {
        let bytes = Array("\"\\x0-,".utf8) + [0x1F, 0x7F, 0xC3]
        for template in Self.lines.map({ Array($0.utf8) }) {
            var lines: [[UInt8]] = []
            for index in template.indices {
                for byte in bytes {
                    var line = template
                    line[index] = byte
                    lines.append(line)
                }
            }
            StreamReading.withKnown(level: level) { known in
                // Twice, so that the shape and then the layout is known.
                _ = StreamReading.lines([template, template, template], known)
                let known = StreamReading.lines(lines, known)
                let unknown = StreamReading.withKnown(level: -1) { StreamReading.lines(lines, $0) }
                #expect(known == unknown, "\(String(decoding: template, as: UTF8.self))")
                #expect(!known.refused.isEmpty)
            }
        }
    }

    @Test("are known again after any number of others", arguments: levels)
    func others(level: Int32) {
        let common = [[UInt8]](repeating: Array(Self.lines[0].utf8), count: 20_000)
        var random = SeededGenerator(seed: 1)
        let others = (0..<12_000).map { _ in Self.clockLine(&random) }
        StreamReading.withKnown(level: level) { known in
            #expect(StreamReading.lines(common, known).events.count == common.count)
            #expect(Self.isKnown(common[0], known))
            // More than are held, so that it starts over, and then not worth it.
            #expect(StreamReading.lines(others, known).refused.isEmpty)
            let isUsed = known.pointee.layouts.isUsed
            #expect(!isUsed)
            for _ in 0..<2 { #expect(StreamReading.lines(common, known).refused.isEmpty) }
            #expect(Self.isKnown(common[0], known))
        }
    }

    private static func clockLine(_ random: inout SeededGenerator) -> [UInt8] {
        let (id, note) = (
            String(repeating: "i", count: Int.random(in: 1...128, using: &random)),
            String(repeating: "n", count: Int.random(in: 0...128, using: &random))
        )
        return Array(
            #"{"type":"clock.advanced","at":"2026-01-05T10:05:00Z","id":"\#(id)","n":"\#(note)"}"#
                .utf8)
    }

    /// Whether the layout of a line is known.
    private static func isKnown(
        _ line: [UInt8], _ known: UnsafeMutablePointer<KnownLines>
    ) -> Bool {
        let text = line + [0x0A] + [UInt8](repeating: 0x20, count: 600)
        return text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            let end = base + text.count - ByteSlice.padding
            return known.pointee.layouts.find(base, to: end)?.next == base + line.count + 1
        }
    }

    @Test("cost nothing where no line is like another", arguments: levels)
    func unused(level: Int32) {
        let lines = (0..<9000).map { number in
            Array(
                #"{"type":"clock.advanced","at":"2026-01-05T10:05:00Z","n":"\#(number)é"}"#.utf8)
        }
        StreamReading.withKnown(level: level) { known in
            #expect(StreamReading.lines(lines, known).refused.isEmpty)
            let isUsed = known.pointee.layouts.isUsed
            #expect(!isUsed)
        }
    }

    @Test("are told from others with the same hash", arguments: levels)
    func sameHash(level: Int32) {
        let note = String(repeating: "x", count: 120)
        let line = Array(
            #"{"type":"clock.advanced","at":"2026-01-05T10:05:00Z","n":"\#(note)"}"#.utf8)
        let hash = Self.scan(level, line).hash >> UInt32(32 - LayoutTable.hashBits)
        var random = SeededGenerator(seed: 1)
        var others: [[UInt8]] = []
        for _ in 0..<40_000 {
            // Quotes within the note, which end it too early.
            var other = line
            for _ in 0..<3 {
                other[Int.random(in: (line.count - 120)..<line.count - 2, using: &random)] = 0x22
            }
            let isSame = Self.scan(level, other).hash >> UInt32(32 - LayoutTable.hashBits) == hash
            if isSame { others.append(other) }
        }
        #expect(!others.isEmpty)
        StreamReading.withKnown(level: level) { known in
            _ = StreamReading.lines([line, line], known)
            #expect(Self.isKnown(line, known))
            #expect(StreamReading.lines(others, known).refused.count == others.count)
        }
    }

    // MARK: Bits

    @Test("are looked at in the same way by every variant", arguments: levels)
    func bits(level: Int32) {
        var random = SeededGenerator(seed: UInt64(level))
        for round in 0..<1000 {
            let length = Int.random(in: 0...420, using: &random)
            let odd: [UInt8] = [0x00, 0x1F, 0x5C, 0x7F, 0x80, 0xFF]
            var text = (0..<length).map { _ in
                Int.random(in: 0..<8, using: &random) == 0
                    ? 0x22 : UInt8.random(in: 0x20...0x5B, using: &random)
            }
            if round % 3 == 0, !text.isEmpty {
                text[Int.random(in: text.indices, using: &random)] =
                    odd.randomElement(using: &random) ?? 0
            }
            let isPlain = text.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x5C }
            let line = Self.scan(level, text)
            let known = isPlain && length < 64 * Int(intrinsics_line_words) ? length : -1
            #expect(Int(line.length) == known, "\(text)")
            guard known >= 0 else { continue }
            let quotes = [
                line.quotes.0, line.quotes.1, line.quotes.2, line.quotes.3, line.quotes.4,
                line.quotes.5,
            ]
            let offsets = (0..<64 * quotes.count).filter { offset in
                quotes[offset / 64] & 1 << UInt64(offset % 64) != 0
            }
            #expect(offsets == text.indices.filter { text[$0] == 0x22 }, "\(text)")
            #expect(line.hash == Self.scan(0, text).hash)
        }
    }

    /// The line of `text`, which others follow.
    private static func scan(_ level: Int32, _ text: [UInt8]) -> intrinsics_line {
        var line = intrinsics_line()
        let padded = text + [0x0A] + [UInt8](repeating: 0x22, count: 600)
        padded.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            intrinsics_scan_line(level, base, base + padded.count - 64, &line)
        }
        return line
    }
}
