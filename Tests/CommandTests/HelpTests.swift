import TestSupport
import Testing

@Suite("The help of each command")
struct HelpTests {
    @Test(
        "fits a terminal of 80 columns",
        arguments: [
            "", "validate", "list", "show", "replay", "sign", "test", "explain", "explore", "plan",
            "apply", "rotate-key", "bundle", "import", "generate", "rules", "schema",
            "schema check", "schema compare", "schema validate", "schema print", "explain-code",
        ])
    func fits(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try Program.run(words + ["--help"])
        #expect(outcome.exitCode == 0)
        let lines = String(decoding: outcome.standardOutput, as: UTF8.self).split(separator: "\n")
        #expect(lines.count > 5)
        #expect(lines.filter { $0.count > 80 } == [])
    }
}
