import RegularExpressions
import Testing

@Suite("Looks and back-references follow ECMA-262")
struct LookaroundTests {
    @Test("Looks", arguments: looks)
    func matchesLooks(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let looks: [MatchingRow] = [
        .init("a(?=b)", yes: ["ab"], no: ["a", "ac"]),
        .init("a(?!b)", yes: ["a", "ac"], no: ["ab"]),
        .init("(?<=a)b", yes: ["ab"], no: ["b", "cb"]),
        .init("(?<!a)b", yes: ["b", "cb"], no: ["ab"]),
        .init("^(?=.*[A-Z])(?=.*[0-9]).{4,}$", yes: ["aB3d"], no: ["ab3d", "aBcd", "aB3"]),
        .init("^(?!-)[a-z-]+(?<!-)$", yes: ["a-b"], no: ["-a", "a-"]),
        .init("^(?!.*--)(?!.*__)a", yes: ["a-b_c"], no: ["a--b", "a__b"]),
        .init("^(?:[0-9]+(?:[.](?!$)|$)){4}$", yes: ["1.2.3.4"], no: ["1.2.3.4.", "1.2.3"]),
        .init("(?<=[$]|€)[0-9]+(?![0-9]|%)", yes: ["€12", "$7 "], no: ["12", "$7%"]),
        .init("(?<=ab+)c", yes: ["abbc"], no: ["bbc"]),
        .init("(?<=(?<!x)a)b", yes: ["ab"], no: ["xab"]),
        .init("(?<=a(?=b))b", yes: ["ab"], no: ["cb"]),
        .init("(?=a(?<=ba))a", yes: ["ba"], no: ["a"]),
        .init("(?<=^|,)a(?=,|$)", yes: ["a", "b,a"], no: ["ba"]),
        .init("(?<![^])a", yes: ["ab"], no: ["ba"]),
        .init("(?<=😀)a", yes: ["😀a"], no: ["😁a"]),
        .init(#"(?<=\b)a"#, yes: ["a", "é a"], no: ["ba"]),
        .init("(?:(?=a)){2}ab", yes: ["ab"], no: ["b"]),
        .init("(?<!a|b)c", yes: ["c", "xc"], no: ["ac", "bc"]),
    ]

    @Test("Back-references", arguments: references)
    func matchesReferences(_ row: MatchingRow) throws {
        try row.check()
    }

    private static let references: [MatchingRow] = [
        .init(#"^(a|b)\1$"#, yes: ["aa", "bb"], no: ["ab"]),
        .init(#"^(?<q>['"]).*\k<q>$"#, yes: [#""it's""#, "'a'"], no: [#""a'"#]),
        .init(#"^\1(a)$"#, yes: ["a"], no: ["aa"]),
        .init(#"^(a\1)$"#, yes: ["a"], no: ["aa"]),
        .init(#"^(?:(a)|b)\1$"#, yes: ["aa", "b"], no: ["ba"]),
        .init(#"^(?:(a)|(b)|c)*\1\2$"#, yes: ["abb", "c", "baa", "acc"], no: ["d"]),
        .init(#"^(z)((a+)?(b+)?(c))*\4$"#, yes: ["zaacbbbcac"]),
        .init(#"^(?=(a+))a*b\1$"#, yes: ["aba", "aabaa"], no: ["aab"]),
        .init(#"(?=(a+))a*b\1"#, yes: ["baaabac"]),
        .init(#"(.*?)a(?!(a+)b\2c)\2(.*)"#, yes: ["baaabaac"]),
        .init(#"(?!(a))\1b"#, yes: ["b"]),
        .init(#"(?<=(\d+)(\d+))$\2{2}$"#, no: ["1053"]),
        .init(#"^.*(?<=(\d+)(\d+))$"#, yes: ["1053"], no: ["105a", "1"]),
        .init(#"(?<=\1(a))b"#, yes: ["aab"], no: ["ab"]),
        .init(#"(?<=(a)\1)b"#, yes: ["ab"]),
        .init(#"^(😀|é)\1$"#, yes: ["😀😀", "éé"], no: ["😀é"]),
        .init(#"^(?:(?<d>a)-|(?<d>b)\+)\k<d>$"#, yes: ["a-a", "b+b"], no: ["a-b", "b+a"]),
        .init(#"^(a*)*\1$"#, yes: ["", "aa"], no: ["a", "b"]),
        .init(#"^(?:a*?)*?(b)\1$"#, yes: ["aabb"], no: ["aab"]),
    ]
}
