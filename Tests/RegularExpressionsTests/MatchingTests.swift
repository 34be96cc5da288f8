import RegularExpressions
import Testing

@Suite("A pattern matches as ECMA-262 says under the flag u")
struct MatchingTests {
    @Test("Sets", arguments: sets)
    func matchesSets(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let sets: [MatchingRow] = [
        .init(#"^\d$"#, yes: ["0", "9"], no: ["٣", "a", ""]),
        .init(#"^\D$"#, yes: ["٣", "a"], no: ["0"]),
        .init(#"^\w$"#, yes: ["a", "Z", "_", "7"], no: ["é", "-", "ſ"]),
        .init(#"^\W$"#, yes: ["é", "-"], no: ["a"]),
        .init(#"^\s$"#, yes: ["\t", "\u{B}", "\u{A0}", "\u{FEFF}", "\u{2028}", "\u{3000}"]),
        .init(#"^\s$"#, no: ["\u{85}", "\u{200B}", "\u{180E}", "a"]),
        .init(#"^\S$"#, yes: ["\u{85}", "é"], no: ["\u{2029}", " "]),
        .init("^.$", yes: ["a", "\u{85}", "\u{B}", "😀"]),
        .init("^.$", no: ["\n", "\r", "\u{2028}", "\u{2029}", ""]),
        .init("^[^]$", yes: ["\n", "😀"], no: [""]),
        .init("[]", no: ["", "a"]),
        .init("^[]*$", yes: [""], no: ["a"]),
        .init("^[a-cx-]+$", yes: ["abx-"], no: ["d"]),
        .init(#"^[\d\-]+$"#, yes: ["1-2"], no: ["+"]),
        .init(#"^[^\d]+$"#, yes: ["ab"], no: ["a1"]),
        .init(#"^[\b]$"#, yes: ["\u{8}"], no: ["b"]),
        .init(#"^[\]\\^]+$"#, yes: [#"]\^"#], no: ["["]),
        .init("^[^^]$", yes: ["a"], no: ["^"]),
        .init("^[😀-😂]$", yes: ["😁"], no: ["😃", "a"]),
        .init(#"^[\uD83D\uDE00-\u{1F602}]$"#, yes: ["😁"], no: ["😃"]),
        .init(#"^[^\uD83D]$"#, yes: ["😀"]),
        .init(#"\uD83D"#, no: ["😀"]),
        .init("^[é]$", yes: ["\u{E9}"], no: ["e\u{301}"]),
    ]

    @Test("Escapes", arguments: escapes)
    func matchesEscapes(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let escapes: [MatchingRow] = [
        .init(#"^\t\n\v\f\r$"#, yes: ["\t\n\u{B}\u{C}\r"]),
        .init(#"^\cA\cz$"#, yes: ["\u{1}\u{1A}"]),
        .init(#"^\0$"#, yes: ["\0"], no: ["0"]),
        .init(#"^\x41\u0042\u{43}\u{00044}$"#, yes: ["ABCD"]),
        .init(#"^\uD83D\uDE00$"#, yes: ["😀"]),
        .init(#"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/$"#, yes: [#"^$\.*+?()[]{}|/"#]),
    ]

    @Test("Case that is ignored in a group", arguments: ignoredCase)
    func matchesIgnoringCase(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let ignoredCase: [MatchingRow] = [
        .init("^(?i:a)b$", yes: ["ab", "Ab"], no: ["aB", "AB"]),
        .init("^(?i:a(?-i:b)c)$", yes: ["AbC", "abc"], no: ["ABC"]),
        .init("^(?i:[b-d])$", yes: ["B", "d"], no: ["A", "E"]),
        .init("^(?i:[^b-d])$", yes: ["A"], no: ["B", "d"]),
        .init("^(?i:äΣ)$", yes: ["Äσ", "äς"], no: ["aσ"]),
        .init("^(?i:ß)$", yes: ["ẞ", "ß"], no: ["ss", "SS"]),
        .init("^(?i:i)$", yes: ["I"], no: ["ı", "İ"]),
        .init("^(?i:ﬅ)$", yes: ["ﬆ"], no: ["st"]),
        .init("^(?i:ꭰ)$", yes: ["Ꭰ", "ꭰ"]),
        .init("^(?i:k)$", yes: ["K", "\u{212A}"]),
        .init(#"^(?i:\w)$"#, yes: ["ſ", "\u{212A}", "a"], no: ["é"]),
        .init(#"^(?i:\W)$"#, yes: ["é"], no: ["ſ", "s"]),
        .init(#"^(?i:\p{Lu})$"#, yes: ["a", "A"], no: ["1"]),
        .init(#"^(?i:\x41)$"#, yes: ["a"], no: ["b"]),
        .init(#"^(?i:é\bſ)"#, yes: ["éſ"]),
        .init(#"^éſ\b"#, no: ["éſ"]),
        .init(#"^(?i:a\Bſ)$"#, yes: ["aS"]),
        .init(#"^(a)(?i:\1)$"#, yes: ["aa", "aA"], no: ["Aa"]),
        .init(#"^(?i:(s)\1)$"#, yes: ["sſ", "Ss"], no: ["st"]),
        .init(#"^(?i:(s))\1$"#, yes: ["SS"], no: ["Ss"]),
        .init(#"^(?<=(?i:\1)(s))x|y$"#, yes: ["y"], no: ["x"]),
        .init("^(?im:^a)(?s-i:.)", yes: ["A\n"]),
    ]

    @Test("Properties", arguments: properties)
    func matchesProperties(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let properties: [MatchingRow] = [
        .init(#"^\p{Letter}+$"#, yes: ["aéλ漢"], no: ["1", "-"]),
        .init(#"^\p{gc=Lu}\p{Lowercase_Letter}$"#, yes: ["Éa"], no: ["éa"]),
        .init(#"^\p{digit}\p{Nd}$"#, yes: ["1٣"], no: ["1Ⅷ"]),
        .init(#"^\P{L}$"#, yes: ["1"], no: ["a"]),
        .init(#"^[\p{L}\P{N}]$"#, yes: ["a", "-"], no: ["1"]),
        .init(#"^[^\p{L}]$"#, yes: ["1"], no: ["a"]),
        .init(#"^\p{Script=Greek}\p{sc=Grek}$"#, yes: ["αβ"], no: ["ab"]),
        .init(#"^\p{Script=Deva}$"#, yes: ["न"], no: ["।"]),
        .init(#"^\p{Script_Extensions=Devanagari}$"#, yes: ["न", "।"], no: ["a"]),
        .init(#"^\p{scx=Common}$"#, yes: ["1"], no: ["।"]),
        .init(#"^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}$"#, yes: ["漢ひカ한ก"]),
        .init(#"^\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Latn}$"#, yes: ["жعאz"]),
        .init(#"^\p{sc=Unknown}$"#, yes: ["\u{E000}", "\u{10FFFF}"], no: ["a"]),
        .init(#"^\p{ASCII}\p{Any}$"#, yes: ["a\u{10FFFF}"], no: ["éa"]),
        .init(#"^\p{Assigned}$"#, yes: ["a"], no: ["\u{10FFFF}"]),
        .init(#"^\p{Emoji_Presentation}\p{ExtPict}\p{RI}\p{EComp}$"#, yes: ["😀😀🇦#"]),
        .init(#"^\p{White_Space}\p{Alpha}\p{Uppercase}\p{ID_Start}$"#, yes: ["\u{85}aAa"]),
    ]

    @Test("Assertions", arguments: assertions)
    func matchesAssertions(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let assertions: [MatchingRow] = [
        .init("^a", yes: ["ab"], no: ["ba", "\na"]),
        .init("a$", yes: ["ba"], no: ["ab", "a\n"]),
        .init("^$", yes: [""], no: ["\n"]),
        .init("$^", yes: [""], no: ["a"]),
        .init("a^b", no: ["ab", "a\nb"]),
        .init("(?:^|,)a(?:,|$)", yes: ["a", "b,a", "a,b"], no: ["ba"]),
        .init(#"\bcat\b"#, yes: ["a cat.", "cat"], no: ["concat", "cats"]),
        .init(#"\Bcat"#, yes: ["concat"], no: ["cat", "a cat"]),
        .init(#"\b"#, yes: ["écat"], no: ["", "é", "--"]),
        .init(#"\B"#, yes: ["", "--"], no: ["a"]),
        .init("(?m:^a$)", yes: ["b\na\nc", "a\u{2028}", "a"], no: ["b a"]),
        .init("(?m:^)(?-m:^)a", yes: ["a"], no: ["b\na"]),
        .init("^(?s:.).$", yes: ["\na"], no: ["a\n"]),
        .init("(?s-m:.(?-s:.))$", yes: ["\na"], no: ["a\n"]),
    ]

    @Test("Quantifiers", arguments: quantifiers)
    func matchesQuantifiers(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let quantifiers: [MatchingRow] = [
        .init("^a{2,3}$", yes: ["aa", "aaa"], no: ["a", "aaaa"]),
        .init("^a{2,}?$", yes: ["aa", "aaaa"], no: ["a"]),
        .init("^(?:ab){2}$", yes: ["abab"], no: ["ab", "ababab"]),
        .init("^(?:a*)*$", yes: ["", "aaa"], no: ["b"]),
        .init("^(?:a?){3}$", yes: ["", "aaa"], no: ["aaaa"]),
        .init("^(?:a|ab)(?:c|bcd)(?:d*)$", yes: ["abcd", "acd"], no: ["abd"]),
        .init("^a{0}$", yes: [""], no: ["a"]),
        .init("^😀{2}$", yes: ["😀😀"], no: ["😀"]),
        .init("a|b|", yes: ["", "c"]),
        .init("^(?:)$", yes: [""], no: ["a"]),
        .init("^(?:){99999999999999999999}$", yes: [""], no: ["a"]),
    ]
}
