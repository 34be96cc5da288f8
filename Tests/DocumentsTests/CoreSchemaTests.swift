import Documents
import SourceText
import Testing

@Suite("Plain scalars have the types of the YAML 1.2 core schema")
struct CoreSchemaTests {
    @Test(
        "a plain scalar becomes the JSON value with the same exact digits",
        arguments: [
            ("", "null"), ("~", "null"), ("null", "null"), ("Null", "null"), ("NULL", "null"),
            ("nULL", #""nULL""#), ("true", "true"), ("True", "true"), ("TRUE", "true"),
            ("tRUE", #""tRUE""#), ("false", "false"), ("False", "false"), ("FALSE", "false"),
            ("0", "0"), ("-0", "-0"), ("+0", "0"), ("12", "12"), ("+12", "12"), ("-12", "-12"),
            ("0123", "123"), ("-007", "-7"), ("000", "0"), ("08", "8"),
            ("0o17", "15"), ("0o", #""0o""#), ("0o8", #""0o8""#), ("-0o7", #""-0o7""#),
            ("0x1F", "31"), ("0xff", "255"), ("0x", #""0x""#), ("0xG", #""0xG""#),
            ("+0x1", #""+0x1""#), ("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175"),
            ("0x00000000000000000000010", "16"),
            ("0xDE0B6B3A7640000", "1000000000000000000"),
            (
                "12345678901234567890123456789012345678901",
                "12345678901234567890123456789012345678901"
            ),
            ("1.5", "1.5"), ("+1.50", "1.50"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1.0"),
            ("1.e3", "1.0e3"), ("01.50", "1.50"), ("1e3", "1e3"), ("1E+03", "1E+03"),
            (".5e-1", "0.5e-1"), ("00.0", "0.0"), ("1e", #""1e""#), ("1e+", #""1e+""#),
            (".", #"".""#), ("+", #""+""#), ("-.", #""-.""#), ("1.2.3", #""1.2.3""#),
            ("1_000", #""1_000""#), ("1:30", #""1:30""#), ("0b1", #""0b1""#),
            ("+.nan", #""+.nan""#),
            ("2026-01-05T10:00:00Z", #""2026-01-05T10:00:00Z""#), ("yes", #""yes""#),
            ("１", #""１""#), ("a b", #""a b""#),
        ])
    func plain(_ text: String, _ expected: String) throws {
        let result = YAMLReader.read(source("- \(text)\n"))
        let document = try #require(result.documents.first)
        #expect(json(document.root) == "[\(expected)]")
        #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test(
        "what YAML 1.1 would read otherwise is a warning",
        arguments: [
            "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off",
            "Off", "OFF", "0123", "-017", "0_7", "08", "0b101", "-0b1", "0x_FF", "-0x1F", "0o17",
            "1_000", "1_000.5", "1:30", "190:20:30", "190:20:30.15", "-1:30", "1e3", "1.5e3",
            "1e+3", "=",
        ])
    func otherwise(_ text: String) {
        let result = YAMLReader.read(source("k: \(text)\n"))
        #expect(result.diagnostics.map(\.code.name) == ["yaml-1.1-scalar"])
        #expect(result.diagnostics.first?.hint != nil)
        #expect(YAMLReader.read(source("k: '\(text)'\n")).diagnostics.isEmpty)
        #expect(YAMLReader.read(source("k: !!str \(text)\n")).diagnostics.isEmpty)
    }

    @Test(
        "what both versions read alike is no warning",
        arguments: [
            "0", "12", "-12", "+12", "0x1F", "1.5", "1.5e+3", "-.5", "true", "False", "~", "nO",
            "yEs", "yes please", "2026-01-05", "2026-01-05T10:00:00Z", "10:00:00Z", "1:60",
            "v1_0", "_1", "0b2", "0xG", "1.2.3", "abc", "==",
        ])
    func alike(_ text: String) {
        #expect(YAMLReader.read(source("k: \(text)\n")).diagnostics.isEmpty)
    }

    @Test(
        "tags of the core schema are honoured, also in full",
        arguments: [
            ("!!str 12", #""12""#), ("!!str true", #""true""#), ("!!str", #""""#),
            ("! 12", #""12""#), ("! yes", #""yes""#), ("!!int \"12\"", "12"),
            ("!!int 0x10", "16"), ("!!float 1", "1"), ("!!float '1.50'", "1.50"),
            ("!!bool 'true'", "true"), ("!!null ''", "null"), ("!!null", "null"),
            ("!<tag:yaml.org,2002:int> \"7\"", "7"), ("!!seq [1]", "[1]"), ("!!map {}", "{}"),
            ("! [1]", "[1]"), ("!!str &a 1", #""1""#), ("&a !!str 1", #""1""#),
        ])
    func tags(_ text: String, _ expected: String) {
        let result = YAMLReader.read(source("- \(text)\n"))
        #expect(result.documents.map { json($0.root) } == ["[\(expected)]"])
        #expect(result.diagnostics.isEmpty)
    }
}
