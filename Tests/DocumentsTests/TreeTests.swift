import Documents
import SourceText
import Testing

@Suite("Every node of a document knows its place")
struct TreeTests {
    /// The text of each node as its range says, in document order; keys included.
    private func texts(_ document: Document) -> [String] {
        func collect(_ node: Node, _ result: inout [String]) {
            let range = node.span.range
            result.append(
                String(decoding: document.source.bytes[range.start..<range.end], as: UTF8.self))
            for element in node.elements { collect(element, &result) }
            for member in node.members {
                collect(member.key, &result)
                collect(member.value, &result)
            }
        }
        var result: [String] = []
        collect(document.root, &result)
        return result
    }

    @Test("ranges of JSON values are exact")
    func json() throws {
        let text = #" {"é": [1, "\n", true ], "b" : {}, "c":null} "#
        let document = try #require(JSONReader.read(source(text)).document)
        #expect(
            texts(document) == [
                #"{"é": [1, "\n", true ], "b" : {}, "c":null}"#, #""é""#, #"[1, "\n", true ]"#, "1",
                #""\n""#, "true", #""b""#, "{}", #""c""#, "null",
            ])
    }

    @Test("ranges of YAML values hold neither properties nor what follows")
    func yaml() throws {
        let text = """
            é: &a !!str x  # comment
            list: !!seq
              - "q"   # comment
              - [f, {k: v} ]
              - &b
                k: |
                  block
                  text

              -
            "last": plain
              text   # end

            # the end
            """
        let result = YAMLReader.read(source(text))
        #expect(result.diagnostics.isEmpty)
        #expect(
            texts(try #require(result.documents.first)).dropFirst() == [
                "é", "x", "list",
                "- \"q\"   # comment\n  - [f, {k: v} ]\n  - &b\n    k: |\n      block\n      "
                    + "text\n\n  -",
                "\"q\"", "[f, {k: v} ]", "f", "{k: v}", "k", "v",
                "k: |\n      block\n      text", "k", "|\n      block\n      text", "",
                "\"last\"", "plain\n  text",
            ])
    }

    @Test("a pair in brackets ends with its value")
    func pair() throws {
        let document = try #require(
            YAMLReader.read(source("[a: b, ? c : d , e: ]")).documents.first)
        #expect(
            texts(document).dropFirst() == [
                "a: b", "a", "b", "? c : d", "c", "d", "e:", "e", "",
            ])
    }

    @Test("the root of a YAML file ends with its last value")
    func root() throws {
        let document = try #require(
            YAMLReader.read(source("\n a: 1\n b: 2 # c\n\n")).documents.first)
        #expect(document.root.span.range == SourceRange(start: 2, end: 12))
    }

    @Test("pointers name nodes, and find them again")
    func pointers() throws {
        let text = #"{"a": [0, {"b/c": 1, "~": [2]}], "": {"": 3}}"#
        let root = try #require(JSONReader.read(source(text)).document).root
        for pointer in ["", "/a", "/a/0", "/a/1", "/a/1/b~1c", "/a/1/~0", "/a/1/~0/0", "/", "//"] {
            let node = try #require(root.resolve(pointer: pointer))
            #expect(node.pointer == pointer)
            if let key = node.key { #expect(key.pointer == pointer) }
        }
        for pointer in ["a", "/b", "/a/2", "/a/00", "/a/-", "/a/1/~", "/a/1/~2", "/a/0/x"] {
            #expect(root.resolve(pointer: pointer) == nil)
        }
    }

    @Test("an alias stands for a copy whose parts keep their place and know their new pointer")
    func aliases() throws {
        let text = "a: &x {k: [1, &y 0x10]}\nb: [*x, *y, *x]\nc: *x\n*y : *y\n"
        let result = YAMLReader.read(source(text))
        let root = try #require(result.documents.first).root
        #expect(result.diagnostics.isEmpty)
        #expect(
            DocumentsTests.json(root)
                == #"{"a":{"k":[1,16]},"b":[{"k":[1,16]},16,{"k":[1,16]}],"c":{"k":[1,16]},"0x10":16}"#
        )
        let copy = try #require(root.resolve(pointer: "/b/2/k/1"))
        #expect(copy.pointer == "/b/2/k/1")
        #expect(copy.span.range == root.resolve(pointer: "/a/k/1")?.span.range)
        #expect(root.resolve(pointer: "/c/k")?.key?.string == "k")
        #expect(root.resolve(pointer: "/c/k/0")?.parent?.parent?.parent?.count == 4)
    }

    @Test("a key that is no scalar is named by its text")
    func complexKey() {
        let result = YAMLReader.read(source("? &k [a, &x b]\n: *k\n? {c: d}\n: *x\n"))
        #expect(
            result.documents.map { DocumentsTests.json($0.root) } == [
                #"{"[a, &x b]":null,"{c: d}":null}"#
            ])
        #expect(result.diagnostics.count == 2)
    }

    @Test("a value nested a hundred thousand deep is read, written and released")
    func depth() throws {
        let depth = 100_000
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        var limits = DocumentLimits.standard
        limits.jsonDepth = depth
        let document = try #require(JSONReader.read(source(text), limits: limits).document)
        #expect(DocumentsTests.json(document.root) == text)
    }

    @Test("keys that stand twice are found in linear time", .timeLimit(.minutes(1)))
    func manyKeys() {
        let keys = (0..<100_000).map { "\"key\($0)\":0" }.joined(separator: ",")
        let result = JSONReader.read(source("{\(keys),\"key99999\":1}"))
        #expect(result.diagnostics.map(\.code) == [.jsonDuplicateKey])
    }

    @Test(
        "a hundred thousand equal keys are a hundred findings and one with the number of the others"
    )
    func equalKeys() throws {
        let members = repeatElement("\"a\":1", count: 100_000).joined(separator: ",")
        let json = JSONReader.read(source("{\(members)}")).diagnostics
        let yaml = YAMLReader.read(source("{\(members)}")).diagnostics
        for findings in [json, yaml] {
            #expect(findings.count == 101)
            #expect(findings.last?.message.contains("99899 further keys") == true)
        }
        #expect(JSONReader.read(source("{\"a\":1,\"a\":2}")).diagnostics.count == 1)
    }

    @Test("each of many aliases knows where it is")
    func aliasRanges() throws {
        let text =
            "a: &a {x: 1}\nb: [" + repeatElement("*a", count: 1_000).joined(separator: ",") + "]\n"
        let root = try #require(YAMLReader.read(source(text)).documents.first).root
        #expect(root["a"]?.alias == nil && root["b"]?.alias == nil)
        let starts = root["b"].map { $0.elements.compactMap { $0["x"]?.alias?.range.start } } ?? []
        #expect(starts == (0..<1_000).map { 17 + 3 * $0 })
    }
}
