import RegularExpressions
import Testing

@Suite("Time is linear in the text")
struct LinearTimeTests {
    @Test(
        "Patterns that make others hang",
        .timeLimit(.minutes(1)),
        arguments: [
            "(a+)+$", "(a|a)*$", "(a*)*$", "^(a|aa)+$", "(.*)*(.*)*c", "(?=(a+)+$)c",
            "(?<=^(a+)+)c", "(a|b|ab)*c", "^(?!(a+)+$)(a*)*$",
        ])
    func isLinear(_ source: String) throws {
        let text = String(repeating: "a", count: 20_000) + "b"
        _ = try Pattern(source).matches(text)
        #expect(try Pattern("(a+)+$").matches(text + "a"))
    }

    @Test("A pattern may be used by several tasks at once")
    func isShared() async throws {
        let pattern = try Pattern("(?<=x[ab]+)c$")
        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { try pattern.matches("xababc") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: true, count: 8))
    }
}
