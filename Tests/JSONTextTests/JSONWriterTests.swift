import JSONText
import Testing

@Suite("JSON is written compactly, with the fewest escapes")
struct JSONWriterTests {
    @Test(
        "only quotes, backslashes and characters below U+0020 are escaped",
        arguments: [
            ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#),
            ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
            ("\u{7F}\u{85}\u{2028}é😀", "\"\u{7F}\u{85}\u{2028}é😀\""), ("a\nb", #""a\nb""#),
        ])
    func strings(_ text: String, _ expected: String) {
        #expect(String(decoding: JSONWriter.string(text), as: UTF8.self) == expected)
    }

    @Test("commas and line ends go where values do")
    func layouts() {
        let bytes = JSONWriter.file { json in
            json.text("a", nil)
            json.texts("none", nil)
            json.list("list", [1, 2]) { $1.number($0) }
            json.rows("rows", ["x", "y"]) { text, json in json.object { $0.text("t", text) } }
            json.rows("empty", [Int]()) { $1.number($0) }
            json.lineBreak()
            json.object("o", Int?.none) { $1.number("n", $0) }
            json.object("p", 1) { $1.number("n", $0) }
            json.list("lines", [true, false]) {
                $1.lineBreak()
                $1.boolean($0)
            }
        }
        let expected = """
            {"a":null,"none":null,"list":[1,2],"rows":[
            {"t":"x"},
            {"t":"y"}
            ],"empty":[
            ],
            "o":null,"p":{"n":1},"lines":[
            true,
            false]}

            """
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test("what is taken away is not written again")
    func pieces() {
        var json = JSONWriter()
        var pieces: [String] = []
        json.list(["a", "b", "c"]) { text, json in
            json.text(text)
            pieces.append(String(decoding: json.take(), as: UTF8.self))
        }
        pieces.append(String(decoding: json.take(), as: UTF8.self))
        #expect(pieces == [#"["a""#, #","b""#, #","c""#, "]"])
    }

    @Test(
        "decimals are exact, without zeros at their end",
        arguments: [
            (0, 9, "0"), (1, 9, "0.000000001"), (1_500_000_000, 9, "1.5"),
            (90_000_000_000, 9, "90"), (123_456_789_012, 9, "123.456789012"),
            (250_000, 6, "0.25"), (1_000_000, 6, "1"), (UInt64.max, 9, "18446744073.709551615"),
            (7, 0, "7"),
        ] as [(UInt64, Int, String)])
    func decimals(_ value: UInt64, _ digits: Int, _ expected: String) {
        let bytes = JSONWriter.object { $0.decimal("d", value, fractionDigits: digits) }
        #expect(String(decoding: bytes, as: UTF8.self) == "{\"d\":\(expected)}")
    }
}
