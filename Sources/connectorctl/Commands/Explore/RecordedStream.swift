import ArgumentParser
import Payments
import Replay

/// Recorded events that are named on the command line.
struct RecordedStream {
    let paths: [String]
    let until: Timestamp?

    /// Reads the events.
    ///
    /// - Throws: `Failure` if they cannot be read; what ends the command, after reporting those that
    ///   are invalid.
    func read(_ setup: ReplaySetup, reportingAs format: OutputFormat) throws -> Recording {
        try EventArguments.check(paths)
        let temporaryFolder = Terminal.temporaryFolder
        let inputs = try paths.map { path in
            guard let format = EventInput.Format(path: path) else {
                throw EventArguments.unknownFormat(path)
            }
            return try EventInput(path: path, format: format, temporaryFolder: temporaryFolder)
        }
        var request = ReplayRequest(
            setup: setup, inputs: inputs, temporaryFolder: temporaryFolder)
        request.until = until
        let outcome: RecordingOutcome
        do throws(ReplayFailure) {
            outcome = try Replay.record(request)
        } catch {
            throw Failure(error)
        }
        switch outcome {
        case .read(let recording): return recording
        case .refused(let refusal):
            let findings = Findings(
                refusal.diagnostics, files: paths.count, documents: 0)
            try findings.write(format, to: .standardError)
            throw ExitCode(ExitStatus.findings.rawValue)
        }
    }

    /// The files in a sentence.
    static func names(_ paths: [String]) -> String {
        paths.map { "`\($0)`" }.joined(separator: ", ")
    }
}
