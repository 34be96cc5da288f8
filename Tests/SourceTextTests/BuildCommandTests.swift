import SourceText
import Testing

@Suite("What a build agent would take for a command")
struct BuildCommandTests {
    @Test(
        "is written so that it is none",
        arguments: [
            ("##vso[task.x]y", "\\u{23}#vso[task.x]y"), ("a ##[error]b", "a \\u{23}#[error]b"),
            ("###[x]", "#\\u{23}#[x]"), ("##teamCity[x", "\\u{23}#teamCity[x"),
            ("::error::a", "\\u{3A}:error::a"),
            (" \t::add-mask x=y::a", " \t\\u{3A}:add-mask x=y::a"),
            ("a\n::error file=b,line=1::c\nd", "a\n\\u{3A}:error file=b,line=1::c\nd"),
            ("::a::##[b]", "\\u{3A}:a::\\u{23}#[b]"),
            ("##[a]##vso[b]", "\\u{23}#[a]\\u{23}#vso[b]"),
            ("\r::set-output name=a::b", "\r\\u{3A}:set-output name=a::b"),
        ])
    func commands(_ text: String, _ expected: String) {
        let result = BuildCommands.disarmed(Array(text.utf8), as: .shown)
        #expect(result.map { String(decoding: $0, as: UTF8.self) } == expected)
        #expect(result.flatMap { BuildCommands.disarmed($0, as: .shown) } == nil)
    }

    @Test(
        "leaves all other text as it is",
        arguments: [
            "", "\n", "a", "# a", "## a", "## [a]", "##1[a]", "#[a]", "a::b::c", "::", "::1",
            ":: a",
            "a\n::b\n::", "[##]", "##", "##vso", "a: ::b::",
        ])
    func others(_ text: String) {
        #expect(BuildCommands.disarmed(Array(text.utf8), as: .shown) == nil)
    }

    @Test(
        "keeps its meaning in XML and YAML",
        arguments: [
            (BuildCommands.Spelling.xml, "&#35;#[a]\n&#58;:b::"), (.yaml, "\\x23#[a]\n\\x3A:b::"),
        ])
    func spellings(_ spelling: BuildCommands.Spelling, _ expected: String) {
        let result = BuildCommands.disarmed(Array("##[a]\n::b::".utf8), as: spelling)
        #expect(result.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
}
