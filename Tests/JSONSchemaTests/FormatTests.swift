import Documents
import SourceText
import TestSupport
import Testing

@testable import JSONSchema

/// What the public suite leaves open about formats.
@Suite("JSONSchema formats")
struct JSONSchemaFormatTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let format: Format
        let valid: [String]
        let invalid: [String]

        init(_ format: Format, _ valid: [String], not invalid: [String]) {
            self.format = format
            self.valid = valid
            self.invalid = invalid
        }

        var testDescription: String { format.rawValue }
    }

    static func accepts(_ format: Format, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { format.accepts($0) }
    }

    @Test("verdicts", arguments: rows)
    func verdicts(row: Row) {
        for text in row.valid { #expect(Self.accepts(row.format, text), "\(text)") }
        for text in row.invalid { #expect(!Self.accepts(row.format, text), "\(text)") }
    }

    static let rows = [
        Row(
            .dateTime, ["2016-12-31T23:59:60Z", "2024-02-29T00:00:00-23:59"],
            not: ["2026-02-28 12:00:00Z", "2026-02-28T12:00Z", "2026-02-28T12:00:00.Z", ""]),
        Row(.time, ["00:00:60+00:01"], not: ["00:00:60+00:00", "12:00:00+1:00"]),
        Row(.duration, ["P1Y2M", "PT1M"], not: ["P1M1Y", "P1DT", "PT1S1S", "p1d", "P1WT"]),
        Row(
            .email, ["a@b", "a+b@example.com", #""a\"b"@example.com"#, "a@[IPv6:::]"],
            not: [
                String(repeating: "a", count: 65) + "@b", "a@b@c", "\"a@b", "a@[1.2.3]", "a@-b",
                "ä@example.com", "a@ä.com", "a@[", "a@[]", "a@", "\"a\\",
            ]),
        Row(
            .hostname, ["a", "1", "A.B", String(repeating: "a.", count: 126) + "a"],
            not: [String(repeating: "a.", count: 127) + "a", "a..b", "ä", "a b", "xn--"]),
        Row(
            .idnHostname, ["Example.com", "bücher.example", "例え.テスト", "ß.de"],
            not: ["Bücher.example", "a_b", "bü--cher", "\u{200D}", "☃.net"]),
        Row(.ipv4, ["1.2.3.4"], not: ["1.2.3.04", "1.2.3", "1.2.3.4.", "0001.2.3.4"]),
        Row(
            .ipv6, ["1:2:3:4:5:6:7::", "::1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5::1.2.3.4"],
            not: [
                "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6::1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", ":", "",
                "1.2.3.4", ":::", "1::2::3", "::1.2.3.4:1",
            ]),
        Row(
            .uri, ["a:", "a:b", "a:/b", "a://", "a:?b#c", "file:///etc", "http://a:/b", "a:b:c"],
            not: ["a", ":", "a:#b#c", "a://b:1x", "a://[::1", "a://[::1]x", "a://[v.a]", "a:%"]),
        Row(.uriReference, ["", "a/b:c", "?a:b", "#a:b", "../a"], not: ["a:b:%", "1a:b", "a b"]),
        Row(
            .iri, ["http://ä/ä?\u{E000}#ä"], not: ["http://\u{E000}", "a:\u{FFFF}", "a:#\u{E000}"]),
        Row(
            .uriTemplate, ["{a:1}{b*}", "{a.%41_b}", "\u{E000}"],
            not: ["{a*:1}", "{a", "{.}", "{a:}", "{%4}", "\u{85}", "{ä}"]),
        Row(.relativeJSONPointer, ["0", "1+2/a", "0-1#"], not: ["0+0", "1+", "1+01", "#", "0a"]),
        Row(
            .regex, ["(?=a)", "\\&", "[^]", "(a{1000}){1000}"],
            not: ["\\a", "a{", "[\\w-z]", "(?=a)*", "*", "\\Z"]),
    ]

    @Test("every example has its format", arguments: Format.allCases)
    func examples(format: Format) {
        #expect(Self.accepts(format, format.example))
    }

    @Test("any bytes get an answer that depends on them alone", arguments: Format.allCases)
    func anyBytes(format: Format) throws {
        var random = SeededGenerator(seed: 0x5EED)
        let mutator = Mutator(pieces: ["é", "\u{10FFFF}", "%", "[", "\\", "\0"])
        var verdicts: Set<Bool> = []
        for _ in 0..<500 {
            var bytes = Array(format.example.utf8)
            mutator.mutate(&bytes, most: 3, using: &random)
            let answers = Set(bytes.amidOthers().map { $0.withUnsafeBufferPointer(format.accepts) })
            #expect(answers.count == 1, "\(bytes)")
            verdicts.formUnion(answers)
        }
        #expect(verdicts.contains(false))
    }

    @Test("Punycode there and back, with the labels of RFC 3492, section 7.1")
    func punycode() {
        for (label, code) in [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"), ("bücher", "bcher-kva"),
        ] {
            let scalars = label.unicodeScalars.map(\.value)
            let expected = code.unicodeScalars.map(\.value)
            #expect(Punycode.encoded(scalars) == expected)
            #expect(Punycode.decoded(expected[...]) == scalars)
        }
        let huge = String(repeating: "9", count: 59).unicodeScalars.map(\.value)
        #expect(Punycode.decoded(huge[...]) == nil)
    }
}
