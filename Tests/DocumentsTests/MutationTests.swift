import Documents
import SourceText
import TestSupport
import Testing

@Suite("No input crashes a reader or gets a finding outside the text")
struct MutationTests {
    private static let yaml = """
        %YAML 1.2
        ---
        apiVersion: connectorctl/v1  # a comment
        id: &id "acme\\u00e9"
        list: [1, 0x1F, -1.50, ~, {k: *id}, yes]
        text: |+
          block
            text

        folded: >-
          é 日本 😀
        ? *id
        : 'it''s'
        nested:
        - - a
          - !!str b
        - {a: [b, c], d: e}
        ...
        ---
        next
        """
    private static let json = #"""
        {"a": [1, -2.50e+3, true, false, null], "b\u00e9\ud83d\ude00": {"c": "d\n", "é": "日本"},
         "e": [[], {}, [[{"f": "g"}]]], "a": ""}
        """#

    @Test("torn after any byte", arguments: [yaml, json])
    func torn(_ text: String) {
        let bytes = Array(text.utf8)
        for count in 0...bytes.count { check(Array(bytes[..<count]), "torn at \(count)") }
    }

    @Test("with bytes changed, removed, added and swapped", arguments: 0..<1_500)
    func mutated(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = Array((seed.isMultiple(of: 2) ? Self.yaml : Self.json).utf8)
        Self.mutator.mutate(&bytes, most: 6, using: &random)
        check(bytes, "seed \(seed)")
    }

    private static let mutator = Mutator(
        pieces: "[]{},:-?#&*!|>'\"%@` \n\r\t\\~<=.0\u{FEFF}\u{85}".unicodeScalars.map(String.init))

    /// Reads `bytes` as both formats and checks what must hold.
    private func check(_ bytes: [UInt8], _ name: String) {
        let source = SourceText(path: name, bytes: bytes)
        let yaml = YAMLReader.read(source)
        expectSound(yaml.diagnostics, in: source)
        yaml.documents.forEach(expectWellFormed)
        let json = JSONReader.read(source)
        expectSound(json.diagnostics, in: source)
        json.document.map(expectWellFormed)
        #expect(json.document != nil || !json.diagnostics.isEmpty, "\(name)")
    }

    /// The tree's records are well-formed, and what is written can be read.
    private func expectWellFormed(_ document: Document) {
        for (index, record) in document.records.enumerated() {
            #expect(record.start <= record.end && Int(record.end) <= document.source.bytes.count)
            #expect(Int(record.next) > index && Int(record.next) <= document.records.count)
            if index > 0 { #expect(Int(record.parent) < index) }
        }
        let text = DocumentsTests.json(document.root)
        let again = JSONReader.read(DocumentsTests.source(text))
        #expect(again.document.map { DocumentsTests.json($0.root) } == text)
    }
}
