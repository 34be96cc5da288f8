import TestSupport
import Testing

@testable import Events

@Suite("Pieces of an input")
struct LineBlockTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let lengths: ClosedRange<Int>
        var testDescription: String { name }
    }

    private static let rows = [
        Row(name: "blank lines", lengths: 0...0), Row(name: "short lines", lengths: 0...300),
        Row(name: "lines as long as a piece", lengths: 65_530...65_540),
        Row(name: "lines of all lengths", lengths: 0...300_000),
    ]

    @Test("have every line once, in order and whole", arguments: rows, [true, false])
    func pieces(row: Row, endsWithLineFeed: Bool) {
        var random = SeededGenerator(seed: UInt64(row.lengths.upperBound))
        for size in [0, 1, 65_535, 65_536, 65_537, 1_000_000] {
            var text: [UInt8] = []
            while text.count < size {
                let length = min(Int.random(in: row.lengths, using: &random), size)
                text += [UInt8](repeating: UInt8(ascii: "x"), count: length) + [0x0A]
            }
            if !endsWithLineFeed, !text.isEmpty { text[text.count - 1] = UInt8(ascii: "y") }
            expectWhole(text)
        }
    }

    private func expectWhole(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var blocks = LineBlocks(ByteSlice(base: base, count: buffer.count))
            var position = 0
            while let block = blocks.next() {
                let lines = block.lines
                guard lines.count > 0 else { continue }
                #expect(lines.base - base == position, "nothing is left out or comes twice")
                #expect(position == 0 || text[position - 1] == 0x0A, "it begins with a line")
                #expect(block.bounds.contains(position), "whose piece this is")
                position += lines.count
                #expect(position == text.count || text[position - 1] == 0x0A, "lines are whole")
            }
            #expect(position == text.count)
        }
    }
}
