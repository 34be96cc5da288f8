import TestSupport
import Testing

/// Open files are few, and how many there may be is up to the system.
@Suite("The limit of open files")
struct DescriptorTests {
    private static let replay = "\"$ctl\" replay --config samples/shop/connectors"

    private static func created(_ payment: Int, note: String = "") -> String {
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p\#(payment)","#
            + #""client":"c","method":"card","amount":1,"currency":"EUR","note":"\#(note)"}"# + "\n"
    }

    @Test("does not bound the number of inputs", arguments: ["ulimit -S -n 40", "ulimit -n 40"])
    func manyInputs(limit: String) throws {
        let folder = try TemporaryFolder()
        for number in 0..<60 { try folder.write("e\(number).ndjson", Self.created(number)) }
        let outcome = try Program.shell("\(limit); \(Self.replay) \(folder.path)/e*.ndjson")
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.text.contains("events     60"), "\(outcome.text)")
    }

    @Test("is said to be too low where it is", arguments: [12, 16, 20])
    func few(count: Int) throws {
        let folder = try TemporaryFolder()
        let note = String(repeating: "n", count: 10_000)
        // So many that they go through temporary files.
        let text = (0..<700).map { Self.created($0, note: note) }.joined()
        try folder.write("e.ndjson", text)
        let outcome = try Program.shell(
            "ulimit -n \(count); \(Self.replay) --memory 64MiB --out '\(folder.path)/out' "
                + "'\(folder.path)/e.ndjson'")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("may not open more files; raise the limit"))
    }
}
