import RegularExpressions
import Testing

/// A pattern, texts that it matches and texts that it does not.
struct MatchingRow: Sendable, CustomTestStringConvertible {
    let pattern: String
    let matching: [String]
    let notMatching: [String]

    init(_ pattern: String, yes matching: [String] = [], no notMatching: [String] = []) {
        self.pattern = pattern
        self.matching = matching
        self.notMatching = notMatching
    }

    var testDescription: String { pattern }

    func check() throws {
        let compiled = try Pattern(pattern)
        for text in matching {
            #expect(try compiled.matches(text), "\(pattern) should match \(text.debugDescription)")
        }
        for text in notMatching {
            #expect(
                try !compiled.matches(text),
                "\(pattern) should not match \(text.debugDescription)")
        }
    }
}
