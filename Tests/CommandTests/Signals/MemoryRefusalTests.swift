import TestSupport
import Testing

@Suite("A refusal of memory")
struct MemoryRefusalTests {
    /// Mebibytes of address space: from too few to start the program to enough.
    private static let limits = Array(stride(from: 60, through: 540, by: 30))

    @Test("ends the program with exit code 2, a sentence and nothing left behind")
    func refused() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "large.json",
            "[" + [String](repeating: "[1]", count: 400_000).joined(separator: ",") + "]")
        try folder.write("schema.json", #"{"items": {"items": {"type": "integer"}}}"#)
        let names = try folder.names
        var sentences = 0
        for limit in Self.limits {
            let outcome = try Program.shell(
                """
                cd '\(folder.path)'; ulimit -v \(limit * 1024)
                exec "$ctl" schema validate --schema schema.json large.json
                """)
            // 127: the system could not even load the program.
            #expect([0, 2, 127].contains(outcome.exitCode), "\(limit) MiB: \(outcome.errorText)")
            if outcome.exitCode == 2 {
                #expect(outcome.errorText.contains("memory"))
                sentences += 1
            }
            #expect(try folder.names == names)
        }
        #expect(sentences > 0)
    }
}
