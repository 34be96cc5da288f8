import SourceText
import TestSupport
import Testing

@Suite("Lines and columns")
struct LineTableTests {
    @Test(
        "count Unicode scalars, and LF, CR LF and CR as line ends",
        arguments: [
            ("↓", 1, 1), ("abc↓", 1, 4), ("a\n↓b", 2, 1), ("a\r\n↓b", 2, 1), ("a\r↓b", 2, 1),
            ("a\n\n↓", 3, 1), ("é↓", 1, 2), ("e\u{301}↓", 1, 3), ("😀↓", 1, 2), ("日本↓語", 1, 3),
            ("a\u{2028}↓b", 1, 3), ("a\u{85}↓b", 1, 3), ("\u{FEFF}↓a", 1, 2),
        ])
    func places(marked: String, line: Int, column: Int) throws {
        let marker = Array("↓".utf8)
        let bytes = Array(marked.utf8)
        let offset = try #require(bytes.indices.first { bytes[$0...].starts(with: marker) })
        let text = Array(bytes[..<offset] + bytes[(offset + marker.count)...])
        var table = LineTable(SourceText(path: "t", bytes: text))
        #expect(table.location(at: offset) == Location(line: line, column: column))
    }

    @Test("are the same in any order of look-ups", arguments: 0..<20)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("a\r\né日".utf8)
        let bytes = (0..<200).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        let source = SourceText(path: "t", bytes: bytes, firstLine: 7, firstColumn: 3)
        var forwards = LineTable(source)
        let places = bytes.indices.map { forwards.location(at: $0) }
        var shuffled = LineTable(source)
        for offset in bytes.indices.shuffled(using: &random) {
            #expect(shuffled.location(at: offset) == places[offset], "seed \(seed)")
        }
        #expect(places == places.sorted(), "seed \(seed)")
    }
}

@Suite("Bytes")
struct BytesTests {
    @Test("that are not UTF-8 are found where the standard library finds them", arguments: 0..<40)
    func utf8(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] = [
            [0x41], Array(repeating: 0x61, count: 250), Array("é".utf8), Array("日本".utf8),
            Array("😀".utf8), [0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ]
        for _ in 0..<200 {
            let sound = Bool.random(using: &random)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<8, using: &random) {
                let most = sound ? 5 : pieces.count
                bytes += pieces[Int.random(in: 0..<most, using: &random)]
            }
            let found = UTF8Bytes.firstInvalidOffset(in: bytes)
            #expect((found == nil) == (String(validating: bytes, as: UTF8.self) != nil))
            if let found {
                let before = Array(bytes[..<found])
                #expect(String(validating: before, as: UTF8.self) != nil, "seed \(seed): \(bytes)")
            }
        }
    }
}
