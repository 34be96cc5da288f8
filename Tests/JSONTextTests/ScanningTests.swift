import SourceText
import TestSupport
import Testing

@testable import JSONText

@Suite("The scanner of JSON")
struct ScanningTests {
    @Test("keeps the kinds of open containers, however many", arguments: 0..<10 as Range<UInt64>)
    func nesting(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var stack = NestingStack()
        var expected: [Bool] = []
        for goal in [64, 63, 65, 64, 66, 128, 127, 129, 60, 200, 0, 1, 64, 0, 130, 0] {
            while expected.count != goal {
                if expected.count < goal {
                    let isObject = Bool.random(using: &random)
                    stack.push(isObject)
                    expected.append(isObject)
                } else {
                    stack.pop()
                    expected.removeLast()
                }
                guard let last = expected.last else { continue }
                #expect(stack.isObject == last, "seed \(seed), depth \(expected.count)")
            }
        }
    }

    @Test("stops in strings at what must be escaped, and at nothing else")
    func stops() {
        for byte in UInt8.min...UInt8.max {
            let text = [UInt8](repeating: byte, count: 16)
            let bits = text.withUnsafeBufferPointer { $0.baseAddress.map { StringBits($0) } }
            #expect(bits?.stops == (JSONEscape.isNeeded(byte) ? 0xFFFF : 0), "byte \(byte)")
            #expect(bits?.unusual == (byte >= 0x7F ? 0xFFFF : 0), "byte \(byte)")
        }
    }

    @Test("reads every escape that is written")
    func escapes() {
        for byte in UInt8.min..<0x80 where JSONEscape.isNeeded(byte) {
            var escape: [UInt8] = []
            JSONEscape.write(byte) { escape.append($0) }
            #expect(decoded(escape) == [byte], "byte \(byte)")
        }
    }

    @Test(
        "decodes pairs of surrogates, and leaves halves out",
        arguments: [
            (#"\ud83d\ude00"#, "\u{1F600}", 0), (#"a\u00e9\/"#, "a\u{E9}/", 0),
            (#"\ud83d"#, "", 1), (#"\ude00\ud83d"#, "", 2),
            (#"\ud83d\ud83d\ude00"#, "\u{1F600}", 1),
        ])
    func surrogates(_ text: String, _ expected: String, _ halves: Int) {
        var found = 0
        #expect(decoded(Array(text.utf8)) { found += 1 } == Array(expected.utf8))
        #expect(found == halves)
    }

    private func decoded(_ text: [UInt8], _ loneSurrogate: () -> Void = {}) -> [UInt8] {
        text.withUnsafeBufferPointer { text in
            [UInt8](unsafeUninitializedCapacity: text.count) { target, count in
                guard let source = text.baseAddress, let base = target.baseAddress else { return }
                count = JSONEscape.decode(source, text.count, to: base) { _ in loneSurrogate() }
            }
        }
    }

    @Test(
        "says what is wrong, and quotes the text only where it may",
        arguments: [
            ("[1 2]", "expected `,` or `]` after an array element", "`2`"),
            ("{\"a\" 4111}", "expected `:` and a value after the key", "`4111`"),
            ("[None]", "expected a value", "`None`"),
            ("{x:1}", "expected a key in double quotes", "`x`"),
            ("[1.x]", "expected a digit after the decimal point", "`x`"),
            ("\"\\x\"", "expected one of \" \\ / b f n r t u after the backslash", "`x`"),
        ])
    func quoting(_ text: String, _ message: String, _ found: String) {
        #expect(fault(in: text, isQuoting: false) == message)
        #expect(fault(in: text, isQuoting: true) == message + ", found " + found)
    }

    private func fault(in text: String, isQuoting: Bool) -> String? {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: JSONScanner.padding)
        return bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var scanner = JSONScanner(start, to: start + text.utf8.count, allowsLineFeed: true)
            _ = scanner.skipValue()
            return scanner.fault.map { scanner.text(of: $0, isQuoting: isQuoting).message }
        }
    }
}
