import Documents
import SourceText
import Testing

@Suite("What is wrong with a YAML file is found at its byte")
struct YAMLFindingTests {
    @Test("each finding has its code and its place", arguments: YAMLRows.all)
    func row(_ row: FindingRow) {
        let result = YAMLReader.read(row.source, limits: row.limits)
        #expect(FindingRow.findings(result.diagnostics) == row.expected)
        expectSound(result.diagnostics, in: row.source)
    }

    @Test("every YAML code has a row")
    func everyCode() {
        let shown = Set(YAMLRows.all.flatMap { $0.expected.map(\.code) })
        for code in DocumentCodes.all where code.name.hasPrefix("yaml-") {
            #expect(shown.contains(code.name))
        }
    }

    @Test("documents before a syntax error are read")
    func documentsBefore() {
        let result = YAMLReader.read(source("a: 1\n---\nb: 2\n---\nc: [\n"))
        #expect(result.documents.map { json($0.root) } == [#"{"a":1}"#, #"{"b":2}"#])
        #expect(result.diagnostics.count == 1)
    }

    @Test("findings have pointers, within their own document")
    func pointers() {
        let text = "---\na: 1\n---\nlist:\n  - x\n  - k: no\n    <<: 1\n    k: *u\n"
        let result = YAMLReader.read(source(text))
        #expect(
            result.diagnostics.map(\.pointer) == [
                "/list/1/k", "/list/1/<<", "/list/1/k", "/list/1/k",
            ])
    }

    @Test("a duplicate key points to the first")
    func duplicateKey() {
        let result = YAMLReader.read(source("a: 1\nb: 2\n\"a\": 3\n"))
        #expect(
            result.diagnostics.first?.notes.first?.span?.range == SourceRange(start: 0, end: 1))
    }

    @Test("a limit's error names the limit")
    func limitsAreNamed() {
        var limits = DocumentLimits.standard
        limits.yamlBytes = 42
        let large = YAMLReader.read(source(String(repeating: "#", count: 43)), limits: limits)
        #expect(large.diagnostics.first?.message.contains("42") == true)
        limits.yamlDepth = 5
        let deep = YAMLReader.read(source("[[[[[[1]]]]]]"), limits: limits)
        #expect(deep.diagnostics.first?.message.contains("more than 5 deep") == true)
    }

    @Test("each word of libyaml's has a sentence")
    func sentences() {
        for row in YAMLRows.syntax {
            let result = YAMLReader.read(row.source)
            for finding in result.diagnostics where finding.code == .yamlSyntax {
                #expect(!finding.message.contains("did not find"), "\(row.name)")
                #expect(!finding.message.contains("while "), "\(row.name)")
                #expect(finding.hint != nil, "\(row.name)")
            }
        }
    }
}

private enum YAMLRows {
    static let all: [FindingRow] = syntax + layout + structure + scalars + characters + limits

    static let syntax = [
        FindingRow("an empty file", ""),
        FindingRow("only comments", "# nothing\n"),
        FindingRow("a key without a colon", "a: 1\n↓b\n", .yamlSyntax),
        FindingRow("a colon in text", "a: b↓: c\n", .yamlSyntax),
        FindingRow("a list beside a key", "a: ↓- b\n", .yamlSyntax),
        FindingRow("a list among keys", "a: 1\n↓- b\n", .yamlSyntax),
        FindingRow("a key among entries", "- a\n↓b: 1\n", .yamlSyntax),
        FindingRow("a key indented too far", "a: 1\n  b↓: 2\n", .yamlSyntax),
        FindingRow("a key indented too little", "  a: 1\n ↓b: 2\n", .yamlSyntax),
        FindingRow("an open list", "a: [1, 2\n↓", .yamlSyntax),
        FindingRow("an open mapping", "a: {b: 1\n↓", .yamlSyntax),
        FindingRow("no comma in a list", "[a, {b: 1} ↓c]", .yamlSyntax),
        FindingRow("no comma in a mapping", "{a: 1, \"b\": \"c\" ↓\"d\": 1}", .yamlSyntax),
        FindingRow("a closing bracket too many", "a: [1]↓]\n", .yamlSyntax),
        FindingRow("no value in brackets", "[a, ↓, b]", .yamlSyntax),
        FindingRow("an open quote", "a: \"b\n↓", .yamlSyntax),
        FindingRow("text after a quote", "a: \"b\" ↓c\n", .yamlSyntax),
        FindingRow("an unknown escape", "a: \"C:↓\\dir\"\n", .yamlSyntax),
        FindingRow("an escape of too few digits", "a: \"\\x↓4\"\n", .yamlSyntax),
        FindingRow("half a character", "a: \"\\u↓d83d\"\n", .yamlSyntax),
        FindingRow("a tab as indentation", "a:\n↓\tb: 1\n", .yamlSyntax),
        FindingRow("a reserved sign", "a: ↓@b\n", .yamlSyntax),
        FindingRow("an alias without a name", "a: *↓\n", .yamlSyntax),
        FindingRow("text after a block header", "a: | ↓x\n", .yamlSyntax),
        FindingRow("an indentation indicator of 0", "a: |↓0\n x\n", .yamlSyntax),
        FindingRow("an unknown directive", "↓%FOO bar\n---\n", .yamlSyntax),
        FindingRow("an unknown version", "↓%YAML 3.0\n--- a\n", .yamlSyntax),
        FindingRow("an undefined tag handle", "a: ↓!e!x b\n", .yamlSyntax),
        FindingRow("two documents without a mark", "\"a\"\n↓\"b\"\n", .yamlSyntax),
        FindingRow("a document mark in a quote", "a: \"b\n↓--- c\"\n", .yamlSyntax),
    ]

    static let layout = [
        FindingRow("a comment without a space", "a: \"b\"↓#c\n", .yamlSyntax),
        FindingRow("a comment without a space in a list", "[a,↓#b\n]", .yamlSyntax),
        FindingRow("a comment without a space after a sign", "a: >↓# b\n  c\n", .yamlSyntax),
        FindingRow("a # in text", "a: b#c\nd: \"#\"\ne: [ #f\n]\n"),
        FindingRow("a directive in a document", "a: 1\n↓%YAML 1.2\n---\nb: 1\n", .yamlSyntax),
        FindingRow("a directive after its end", "a: 1\n...\n%YAML 1.2\n---\nb: 1\n"),
        FindingRow("a dash in brackets", "a: [1, ↓-, ↓-]\n", .yamlSyntax, .yamlSyntax),
        FindingRow("dashes that begin text in brackets", "a: [-1, -x, --]\n"),
        FindingRow("brackets indented too little", "a: [\n↓b,\n↓c]\n", .yamlSyntax, .yamlSyntax),
        FindingRow("brackets indented too little in a list", "- - [\n  ↓b]\n", .yamlSyntax),
        FindingRow("brackets at the top", "[\na,\n{b:\n c}\n]\n"),
        FindingRow("a closing bracket below its key", "a: [\n  b,\n]\nc: {\n  d: e\n}\n"),
        FindingRow("a comment at the left in brackets", "a: [\n  b,\n# c\n  d\n]\n"),
        FindingRow("a quote indented too little", "a: \"b\n↓c\n\n d\"\n", .yamlSyntax),
        FindingRow("a quote indented by a tab", "a: 'b\n\t↓c'\n", .yamlSyntax),
        FindingRow("a quote at the top", "'a\nb'\n"),
        FindingRow("brackets indented by a tab", "- [\n\t↓a,\n b\n ]\n", .yamlSyntax),
        FindingRow("a long blank line in a block", "a: >\n \n↓  \n # b\n", .yamlSyntax),
        FindingRow("blank lines in a block", "a: >\n \n\n  b\n   \nc: |\n\n# d\n"),
        FindingRow("an anchor with a colon", "a: &b↓:c d\n", .yamlSyntax),
        FindingRow("an alias with a colon", "- &a b\n- *a↓: c\n", .yamlSyntax),
        FindingRow("an alias as a key", "- &a b\n- *a : c\n"),
        FindingRow("a question mark in brackets", "{↓?a: b}", .yamlSyntax),
    ]

    static let structure = [
        FindingRow(
            "keys given twice", "a: 1\n↓\"a\": 2\nb: {c: 1, ↓c: 2}\n↓a: 3\n",
            .yamlDuplicateKey, .yamlDuplicateKey, .yamlDuplicateKey),
        FindingRow("keys that differ as text", "1: a\n0x1: b\n\"\": c\n~: d\n"),
        FindingRow("a list as a key", "? ↓[a, b]\n: c\n", .yamlKeyNotScalar),
        FindingRow("a block as a key", "? ↓- a\n  - b\n: c\nd: 1\n", .yamlKeyNotScalar),
        FindingRow("an unquoted template", "a: {↓{ b }: }\n", .yamlKeyNotScalar),
        FindingRow(
            "an alias of a list as a key", "a: &x [1]\nb:\n  ↓*x : 1\n", .yamlKeyNotScalar),
        FindingRow("a merge key", "a: &x {b: 1}\nc:\n  ↓<<: *x\n", .yamlMergeKey),
        FindingRow("a quoted merge key", "a: {\"<<\": 1}\n"),
        FindingRow("an undefined alias", "a: ↓*b\nc: &b 1\n", .yamlUndefinedAlias),
        FindingRow(
            "an alias of another document", "a: &b 1\n---\nc: ↓*b\n", .yamlUndefinedAlias),
        FindingRow("an alias within its value", "a: &b [1, {c: ↓*b}]\n", .yamlRecursiveAlias),
        FindingRow("an anchor defined again", "a: &b [&b 1, *b]\nc: *b\n"),
        FindingRow(
            "unknown tags", "a: ↓!secret b\nc: ↓!!binary d\n↓!x e: ↓!<tag:a,1:b> [f]\n",
            .yamlTagUnknown, .yamlTagUnknown, .yamlTagUnknown, .yamlTagUnknown),
        FindingRow(
            "tags that do not fit",
            "- !!int ↓1.5\n- !!bool ↓yes\n- ↓!!str [a]\n- !!map ↓b\n- !!null ↓x\n- ↓!!seq {}\n",
            .yamlTagMismatch, .yamlTagMismatch, .yamlTagMismatch, .yamlTagMismatch,
            .yamlTagMismatch, .yamlTagMismatch),
        FindingRow(
            "several findings", "a: ↓no\nb: ↓*c\nd: [↓", .yaml11Scalar, .yamlUndefinedAlias,
            .yamlSyntax),
    ]

    static let scalars = [
        FindingRow(
            "numbers that are not finite", "- ↓.inf\n- ↓-.Inf\n- ↓.NAN\n", .yamlNumberNotFinite,
            .yamlNumberNotFinite, .yamlNumberNotFinite),
        FindingRow(
            "words of YAML 1.1", "↓on: ↓yes\n\"no\": 'no'\nx: !!str no\ny1: ! off\n",
            .yaml11Scalar, .yaml11Scalar),
        FindingRow("a number of as many digits as may be", "a: 0xFFF\n") { $0.yamlRadixDigits = 3 },
        FindingRow("a number of too many digits", "a: ↓0xFFFF\n", .yamlNumberLimit) {
            $0.yamlRadixDigits = 3
        },
    ]

    static let characters = [
        FindingRow("a byte that is not UTF-8", "a: ↓⟨FF⟩\n", .yamlEncoding),
        FindingRow("a byte of Latin-1", "a: Caf↓⟨E9⟩\n", .yamlEncoding),
        FindingRow("UTF-16 with a mark", "↓⟨FF⟩⟨FE⟩a⟨00⟩", .yamlEncoding),
        FindingRow("UTF-16 without a mark", "↓⟨00⟩a⟨00⟩:", .yamlEncoding),
        FindingRow("UTF-32", "↓⟨00⟩⟨00⟩⟨FE⟩⟨FF⟩", .yamlEncoding),
        FindingRow("a byte-order mark", "\u{FEFF}a: ↓no\n", .yaml11Scalar),
        FindingRow("a NUL byte", "a: b↓⟨00⟩\n", .yamlControlCharacter),
        FindingRow("a control character", "a: \"↓⟨07⟩\"\n", .yamlControlCharacter),
        FindingRow("DEL", "a: ↓⟨7F⟩\n", .yamlControlCharacter),
        FindingRow("a C1 control", "a: ↓\u{80}\n", .yamlControlCharacter),
        FindingRow("the character U+0085", "a: \"↓\u{85}\"\n", .yamlLineSeparator),
        FindingRow("the character U+2028 in a comment", "# ↓\u{2028}a: 1\n", .yamlLineSeparator),
        FindingRow("characters beside these", "a: \"\u{A0}\u{2027}\u{202A}\u{FFFD}\u{1F600}\"\n"),
        FindingRow("places after wide characters", "é: \"😀\"\n日本: ↓no\n", .yaml11Scalar),
    ]

    static let limits = [
        FindingRow("a file as large as may be", "a: 1") { $0.yamlBytes = 4 },
        FindingRow("a file too large", "↓a: 1", .yamlSizeLimit) { $0.yamlBytes = 3 },
        FindingRow("nested as deeply as may be", "a: [{b: 1}]\n") { $0.yamlDepth = 3 },
        FindingRow("nested too deeply", "a: [{b: ↓[1]}]\n", .yamlDepthLimit) { $0.yamlDepth = 3 },
        FindingRow("blocks nested too deeply", "a:\n  - b:\n      ↓c: 1\n", .yamlDepthLimit) {
            $0.yamlDepth = 3
        },
        FindingRow("a key nested too deeply", "? [{? [↓[1]]}]\n", .yamlDepthLimit) {
            $0.yamlDepth = 4
        },
        FindingRow("as many %TAG lines as may be", "%TAG !a! a\n%TAG !b! b\n--- |\n  %TAG\n") {
            $0.yamlTagDirectives = 2
        },
        FindingRow(
            "too many %TAG lines", "%TAG !a! a\n%TAG !b! b\n↓%TAG !c! c\n--- x\n",
            .yamlDirectiveLimit
        ) { $0.yamlTagDirectives = 2 },
        FindingRow("an alias that nests too deeply", "a: &x [[1]]\nb: [↓*x]\n", .yamlDepthLimit) {
            $0.yamlDepth = 3
        },
        FindingRow("aliases that add as much as may be", "a: &x [1, 2]\nb: [*x, *x]\n") {
            $0.yamlAliasNodes = 6
        },
        FindingRow(
            "aliases that add too much", "a: &x [1, 2]\nb: [*x, ↓*x, *x]\n", .yamlAliasLimit
        ) { $0.yamlAliasNodes = 5 },
    ]
}
