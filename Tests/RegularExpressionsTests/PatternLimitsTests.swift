import Testing

@testable import RegularExpressions

@Suite("Every limit holds, and not a step earlier")
struct PatternLimitsTests {
    @Test("Groups may nest so deep")
    func nesting() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")*", count: depth)
        }
        let pattern = try Pattern("^" + nested(PatternLimits.nesting) + "$")
        #expect(try pattern.matches("aaa"))
        expectError(nested(PatternLimits.nesting + 1), "nest 200 deep")
        expectError(String(repeating: "(?:", count: 100_000), "nest 200 deep")
        expectError(String(repeating: "(?=", count: 100_000), "nest 200 deep")
    }

    @Test("A pattern may have so many instructions")
    func instructions() throws {
        // The last instruction accepts.
        let most = PatternLimits.instructions - 1
        #expect(try !Pattern("a{\(most)}").matches("a"))
        expectError("a{\(most + 1)}", "50000 instructions", at: 1)
        expectError("(a{1000}){1000}", "50000 instructions", at: 9)
        expectError("((a{1000}){1000}){1000}\\1", "50000 instructions")
        expectError("a{99999999999999999999}", "50000 instructions")
        expectError("a{0,99999999999999999999}b", "50000 instructions")
        expectError("(?=a{30000}b){2}(?=a{30000}c)d", "50000 instructions")
    }

    @Test("A run of one set needs no instructions")
    func runs() throws {
        let pattern = try Pattern("^[a-z]{3,99999999999999999999}$")
        #expect(try pattern.matches("abc"))
        #expect(try !pattern.matches("ab"))
    }

    @Test("A pattern may have so many looks")
    func lookarounds() throws {
        let most = String(repeating: "(?=a)", count: PatternLimits.lookarounds)
        #expect(try Pattern(most + "a").matches("a"))
        #expect(try !Pattern("^" + most + "b").matches("a"))
        expectError(most + "(?=a)", "100 look-aheads")
    }

    @Test("A pattern may have so many different characters")
    func differentCharacters() throws {
        func different(_ count: UInt32) -> String {
            String(scalars: (0x4E00..<0x4E00 + count).map { $0 }) + "*"
        }
        #expect(try Pattern(different(2_000)).matches(String(scalars: Array(0x4E00..<0x55D0))))
        expectError(different(6_000), "different characters")
    }

    @Test("A search with back-references ends at its limit")
    func backtracking() throws {
        let syntax = try ParsedPattern(parsing: #"^(a+)+\1b$"#)
        var matcher = Backtracker(program: try BacktrackingProgram(of: syntax))
        matcher.stepLimit = 1_000
        var text = String(repeating: "a", count: 100)
        text.withUTF8 { bytes in
            let text = UTF8Text(UnsafeRawBufferPointer(bytes))
            #expect(throws: MatchLimitExceeded(steps: 1_000)) { try matcher.matches(text) }
        }
        #expect(try Pattern(#"^(a+)+\1b$"#).matches("aaab"))
    }

    @Test("What is too large for a table is matched all the same")
    func tables() throws {
        for count in [PatternLimits.tableStates / 2, PatternLimits.tableStates] {
            let pattern = try Pattern("^xa{1,\(count)}$")
            #expect(try pattern.matches("x" + String(repeating: "a", count: count)))
            #expect(try !pattern.matches("x" + String(repeating: "a", count: count + 1)))
        }
        let pattern = try Pattern("a[ab]{12}c")
        guard case .threads = pattern.matcher else {
            Issue.record("2^12 states are too many")
            return
        }
        #expect(try pattern.matches("bba" + String(repeating: "b", count: 12) + "c"))
        #expect(try !pattern.matches("bba" + String(repeating: "b", count: 13) + "c"))
    }

    private func expectError(_ pattern: String, _ words: String, at offset: Int? = nil) {
        let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
        #expect(error?.message.contains(words) == true)
        if let offset { #expect(error?.offset == offset) }
    }
}
