import Documents
import JSONText
import SourceText
import Testing

@Suite("Nodes are written as compact JSON")
struct NodeWritingTests {
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
