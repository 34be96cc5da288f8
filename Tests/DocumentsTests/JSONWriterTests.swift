import Documents
import SourceText
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
        var output: [UInt8] = [UInt8(ascii: ">")]
        JSONWriter.append(text, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == ">" + expected)
    }

    @Test(
        "what is written reads as what was read",
        arguments: [
            "null", "true", "false", "0", "-1.50e+3", #""a""#, "[]", "{}", "[[],{},[[]],1]",
            #"{"a":{"b":[1,{"c":null}],"d":"e"},"f":[]}"#, #"{"":{"":""}}"#,
        ])
    func roundTrip(_ text: String) throws {
        let document = try #require(JSONReader.read(source(text)).document)
        #expect(json(document.root) == text)
    }

    @Test("a part of a document is written alone")
    func part() throws {
        let document = try #require(
            JSONReader.read(source(#"{"a":[1,[2,3]],"b":{"c":4}}"#)).document)
        #expect(document.root["a"].map(json) == "[1,[2,3]]")
        #expect(document.root["b"].map(json) == #"{"c":4}"#)
        #expect(document.root.resolve(pointer: "/a/1/1").map(json) == "3")
        #expect(document.root["b"]?.members.first { _ in true }.map { json($0.key) } == #""c""#)
    }
}
