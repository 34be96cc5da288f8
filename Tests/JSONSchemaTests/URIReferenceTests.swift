import RegularExpressions
import Testing

@testable import JSONSchema

@Suite("URI references")
struct JSONSchemaURITests {
    /// The examples of RFC 3986, section 5.4, and what schemas hold besides.
    static let examples = [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"),
        ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
        ("../../", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
        ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("urn:uuid:1-2", "urn:uuid:1-2"),
        ("a<b>::c", "http://a/b/c/a<b>::c"), ("é/1:2", "http://a/b/c/é/1:2"),
    ]

    @Test("are resolved", arguments: examples)
    func resolution(reference: String, target: String) {
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(URIReference(reference).resolved(against: base).withoutFragment == target)
    }

    @Test(
        "resolve against a base without a path",
        arguments: [
            ("urn:x:y", "#a", "urn:x:y"), ("http://a", "b", "http://a/b"), ("", "b.json", "b.json"),
            ("a.json", "b.json", "b.json"), ("a/b.json", "../c.json", "c.json"),
        ])
    func otherBases(base: String, reference: String, target: String) {
        let result = URIReference(reference).resolved(against: URIReference(base))
        #expect(result.withoutFragment == target)
    }

    @Test(
        "fragments are decoded, leniently",
        arguments: [
            ("#/a%20b%2Fc", "/a b/c"), ("#100%", "100%"), ("#%zz%4", "%zz%4"), ("#%C3%A9", "é"),
            ("a", ""), ("#", ""), ("#a#b", "a#b"),
        ])
    func fragments(reference: String, fragment: String) {
        #expect(URIReference(reference).decodedFragment == fragment)
    }

    @Test(
        "pointer tokens",
        arguments: [
            ("/", [""]), ("/a//b", ["a", "", "b"]), ("/~0~1~01", ["~/~1"]), ("/~", ["~"]),
        ])
    func pointers(pointer: String, tokens: [String]) {
        #expect(PointerTokens.of(pointer) == tokens)
    }
}

@Suite("Literal patterns")
struct JSONSchemaLiteralPatternTests {
    @Test(
        "match like the patterns they are",
        arguments: [
            ("^x-", "x-a", true), ("^x-", "ax-", false), ("-x$", "a-x", true),
            ("-x$", "-xa", false),
            ("^ab$", "ab", true), ("^ab$", "abc", false), ("b", "abc", true), ("d", "abc", false),
            ("", "", true), ("^$", "", true), ("^$", "a", false), (".*", "a\nb", true),
            ("aab", "aaab", true), ("é", "é", true),
        ])
    func matching(pattern: String, text: String, isMatch: Bool) throws {
        let pattern = try SchemaPattern(pattern)
        #expect(try Array(text.utf8).withUnsafeBufferPointer { try pattern.matches($0) } == isMatch)
    }

    @Test("are compared, not matched", arguments: ["^x-", "-x$", "^ab$", "b", "", "^$", "é"])
    func texts(pattern: String) throws {
        guard case .text(_, _, _) = try SchemaPattern(pattern).asciiForm else {
            Issue.record("not a text: \(pattern)")
            return
        }
    }
}
