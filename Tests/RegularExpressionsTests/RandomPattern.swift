import TestSupport

/// Small random patterns, and texts that have a chance to match them.
enum RandomPattern {
    static func source(depth: Int, using random: inout SeededGenerator) -> String {
        guard depth > 0 else { return pick(atoms, &random) }
        func part() -> String { source(depth: depth - 1, using: &random) }
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: return pick(atoms, &random)
        case 3, 4: return part() + part()
        case 5: return "(?:\(part())|\(part()))"
        case 6: return "(\(part()))"
        case 7: return pick(["(?=", "(?!", "(?<=", "(?<!"], &random) + part() + ")"
        case 8: return "(?:\(part()))" + pick(quantifiers, &random)
        default: return pick(["^", "", "(a)\\1"], &random) + part() + pick(["$", ""], &random)
        }
    }

    static func text(using random: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...6, using: &random)
        return (0..<count).map { _ in pick(texts, &random) }.joined()
    }

    private static func pick(_ choices: [String], _ random: inout SeededGenerator) -> String {
        choices.randomElement(using: &random) ?? ""
    }

    private static let atoms = [
        "a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\W", "\\d", "\\s", "\\b", "\\B", "^", "$", "é",
        "😀", "[😀-😂]", "[^]", "[]", "\\u{1F600}", "\\x61", "1", "[\\w\\-]", "\\n", "\\uD83D",
        "(?m:^)", "(?m:$)", "(?s:.)", "\\p{scx=Grek}", "abc",
    ]

    private static let quantifiers = [
        "*", "+", "?", "{2}", "{0,2}", "{1,3}", "*?", "+?", "??", "{0}", "{2,}",
    ]

    private static let texts = ["a", "b", "c", "ab", "1", "-", " ", "\n", "é", "😀", "😁", "α", "A"]
}
