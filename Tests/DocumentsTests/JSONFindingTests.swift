import Documents
import SourceText
import Testing

@Suite("What is wrong with a JSON text is found at its byte")
struct JSONFindingTests {
    @Test("each finding has its code and its place", arguments: JSONRows.all)
    func row(_ row: FindingRow) {
        let result = JSONReader.read(row.source, limits: row.limits)
        #expect(FindingRow.findings(result.diagnostics) == row.expected)
        expectSound(result.diagnostics, in: row.source)
    }

    @Test("every JSON code has a row")
    func everyCode() {
        let shown = Set(JSONRows.all.flatMap { $0.expected.map(\.code) })
        for code in DocumentCodes.all where code.name.hasPrefix("json-") {
            #expect(shown.contains(code.name))
        }
    }

    @Test("messages say what is wrong and what would be right")
    func messages() {
        let expected = [
            "[1,]": "expected a value, found `]`; remove the comma before it",
            "{'a': 1}":
                "expected a key in double quotes, found `'`; JSON strings are in double quotes",
            "[None]": "expected a value, found `None`; write null",
            "[-Infinity]":
                "expected a digit after `-`, found `Infinity`; JSON has only finite numbers; "
                + "write null or a string",
            "{\"a\" 1}": "expected `:` and a value after the key, found `1`",
            "\"a\tb\"": "a tab is not allowed in a string as it is; write a tab in a string as \\t",
            "[1 \u{202E}": "expected `,` or `]` after an array element, found `\\u{202E}`",
        ]
        for (text, message) in expected {
            let finding = JSONReader.read(source(text)).diagnostics.first
            let said = [finding?.message, finding?.hint].compactMap { $0 }.joined(separator: "; ")
            #expect(said == message)
        }
    }

    @Test("a duplicate key points to the first and has a pointer")
    func duplicateKey() throws {
        let result = JSONReader.read(source(#"[0, {"a/b": 1, "c": 2, "a\/b": 3}]"#))
        let finding = try #require(result.diagnostics.first)
        #expect(finding.pointer == "/1/a~1b")
        #expect(finding.notes.first?.span?.range == SourceRange(start: 5, end: 10))
        #expect(result.document != nil)
    }

    @Test("keys are equal only if their bytes are")
    func normalForms() {
        let result = JSONReader.read(source("{\"\u{E9}\": 1, \"e\u{301}\": 2}"))
        #expect(result.diagnostics.isEmpty)
        #expect(result.document?.root.count == 2)
    }

    @Test("a text may be a line of its source")
    func line() throws {
        let lines = source("{\"a\":1}\n{\"b\":[}\n")
        #expect(JSONReader.read(lines, in: 0..<7).document?.root["a"] != nil)
        let finding = try #require(JSONReader.read(lines, in: 8..<15).diagnostics.first)
        #expect(finding.span.range == SourceRange(start: 14, end: 15))
    }
}

private enum JSONRows {
    static let all: [FindingRow] = syntax + characters + limits

    static let syntax = [
        FindingRow("a valid text", #" {"a": [1, -0.5e+3, true, false, null, "x"], "b": {}} "#),
        FindingRow("an empty text", "↓", .jsonEmpty),
        FindingRow("only white space", " \n\t↓", .jsonEmpty),
        FindingRow("an open array", "[1, 2↓", .jsonTruncated),
        FindingRow("an open empty array", "[↓", .jsonTruncated),
        FindingRow("an open object", "{\"a\": 1↓", .jsonTruncated),
        FindingRow("a key without a value", "{\"a\":↓", .jsonTruncated),
        FindingRow("a key at the end", "{\"a\"↓", .jsonTruncated),
        FindingRow("a comma at the end", "{\"a\": 1,↓", .jsonTruncated),
        FindingRow("an open string", "\"abc↓", .jsonTruncated),
        FindingRow("an open escape", "\"abc\\↓", .jsonTruncated),
        FindingRow("an open \\u escape", "\"\\u00↓", .jsonTruncated),
        FindingRow("a torn number", "[-↓", .jsonTruncated),
        FindingRow("a torn word", "[↓tru", .jsonSyntax),
        FindingRow("a second value", "{} ↓{}", .jsonTrailingContent),
        FindingRow("a closing sign too many", "[]↓]", .jsonTrailingContent),
        FindingRow("a trailing comma in an array", "[1,↓]", .jsonSyntax),
        FindingRow("a trailing comma in an object", "{\"a\":1,↓}", .jsonSyntax),
        FindingRow("two commas", "[1,↓,2]", .jsonSyntax),
        FindingRow("no comma", "[1 ↓2]", .jsonSyntax),
        FindingRow("a wrong closing sign", "[1↓}", .jsonSyntax),
        FindingRow("a missing colon", "{\"a\" ↓1}", .jsonSyntax),
        FindingRow("a key without quotes", "{↓a: 1}", .jsonSyntax),
        FindingRow("a number as a key", "{↓1: 1}", .jsonSyntax),
        FindingRow("single quotes", "[↓'a']", .jsonSyntax),
        FindingRow("a comment", "[1, ↓// one\n2]", .jsonSyntax),
        FindingRow("a leading zero", "[↓012]", .jsonSyntax),
        FindingRow("a negative leading zero", "[↓-01]", .jsonSyntax),
        FindingRow("a plus sign", "[↓+1]", .jsonSyntax),
        FindingRow("no digit before the point", "[↓.5]", .jsonSyntax),
        FindingRow("no digit after the point", "[1.↓]", .jsonSyntax),
        FindingRow("no digit in the exponent", "[1e↓x]", .jsonSyntax),
        FindingRow("a hexadecimal number", "[0↓x1]", .jsonSyntax),
        FindingRow("not a number", "[↓NaN]", .jsonSyntax),
        FindingRow("a word in the wrong case", "[↓True]", .jsonSyntax),
        FindingRow("a word that goes on", "[true↓s]", .jsonSyntax),
        FindingRow("an unknown escape", "\"\\↓x41\"", .jsonSyntax),
        FindingRow("a \\u escape with a wrong digit", "\"\\u00↓g0\"", .jsonSyntax),
        FindingRow("a character that is no letter", "[↓é]", .jsonSyntax),
        FindingRow(
            "keys given twice", #"{"a":1,↓"a":2,"b":{"c":1,↓"\u0063":2},↓"a":3}"#,
            .jsonDuplicateKey, .jsonDuplicateKey, .jsonDuplicateKey),
        FindingRow(
            "a key given twice among many",
            "{" + (0..<40).map { "\"k\($0)\":0," }.joined() + "↓\"k7\":0,↓\"k39\":1}",
            .jsonDuplicateKey, .jsonDuplicateKey),
    ]

    static let characters = [
        FindingRow("a tab in a string", "[\"a↓\tb\"]", .jsonControlCharacter),
        FindingRow("a line end in a string", "[\"a↓\nb\"]", .jsonControlCharacter),
        FindingRow("a NUL byte in a string", "[\"a↓⟨00⟩b\"]", .jsonControlCharacter),
        FindingRow("a NUL byte between values", "[1,↓⟨00⟩2]", .jsonControlCharacter),
        FindingRow("a NUL byte at the end", "[1]↓⟨00⟩", .jsonControlCharacter),
        FindingRow("a form feed between values", "[↓⟨0C⟩]", .jsonControlCharacter),
        FindingRow("DEL in a string", "\"⟨7F⟩\""),
        FindingRow("the first half of a character", #"["a↓\ud800"]"#, .jsonLoneSurrogate),
        FindingRow("the second half of a character", #"["↓\uDFAA"]"#, .jsonLoneSurrogate),
        FindingRow(
            "two first halves", #"["↓\uD800\uD83D\uDE00", "↓\uD800\u0041"]"#, .jsonLoneSurrogate,
            .jsonLoneSurrogate),
        FindingRow("a byte that is not UTF-8", "[\"a\", \"↓⟨FF⟩\"]", .jsonEncoding),
        FindingRow("a torn character", "[\"a\", \"↓⟨E2⟩⟨82⟩", .jsonEncoding),
        FindingRow("a surrogate as UTF-8", "\"↓⟨ED⟩⟨A0⟩⟨80⟩\"", .jsonEncoding),
        FindingRow("an overlong character", "\"↓⟨C0⟩⟨AF⟩\"", .jsonEncoding),
        FindingRow("UTF-16 with a mark", "↓⟨FF⟩⟨FE⟩[⟨00⟩]⟨00⟩", .jsonEncoding),
        FindingRow("UTF-16 without a mark", "↓⟨00⟩[⟨00⟩]", .jsonEncoding),
        FindingRow("UTF-32", "↓[⟨00⟩⟨00⟩⟨00⟩]⟨00⟩⟨00⟩⟨00⟩", .jsonEncoding),
        FindingRow("a byte-order mark", "↓\u{FEFF}[]", .jsonByteOrderMark),
    ]

    static let limits = [
        FindingRow("a text as large as may be", "[1, 2]") { $0.jsonBytes = 6 },
        FindingRow("a text too large", "↓[1, 2]", .jsonSizeLimit) { $0.jsonBytes = 5 },
        FindingRow("nested as deeply as may be", "[{\"a\": []}]") { $0.jsonDepth = 3 },
        FindingRow("nested too deeply", "[{\"a\": [↓[]]}]", .jsonDepthLimit) { $0.jsonDepth = 3 },
    ]
}
