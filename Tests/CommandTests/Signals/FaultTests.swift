import Foundation
import TestSupport
import Testing

@Suite("A fault of the program")
struct FaultTests {
    private static let line =
        "error: this is a bug in connectorctl; for a report, which may show secrets, run it "
        + "again with CONNECTORCTL_CRASH_REPORT=1\n"

    /// A replay that waits for events, with a secret in its memory.
    private static func waiting(
        in folder: TemporaryFolder
    ) throws -> (program: RunningProgram, writer: FileHandle) {
        let pipe = try NamedPipe(folder.path("events.ndjson"))
        let program = try Program.startShell(
            "cd '\(folder.path)'; ulimit -c unlimited 2>&-; exec \"$ctl\" \"$@\"",
            [
                "replay", "--config", ProjectFiles.path("samples/shop/connectors"),
                "events.ndjson",
            ], environment: ["PLANTED": "planted-secret"])
        return (program, try #require(pipe.openWhenRead()))
    }

    @Test(
        "ends it with the signal and one line that shows nothing of its memory",
        arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS])
    func signals(signal: Int32) throws {
        let folder = try TemporaryFolder()
        let (program, writer) = try Self.waiting(in: folder)
        program.send(signal)
        let outcome = program.outcome()
        try writer.close()
        #expect(outcome.signal == signal)
        #expect(outcome.errorText == Self.line)
        #expect(outcome.text.isEmpty)
        #expect(try folder.names == ["events.ndjson"], "no core file")
    }
}
