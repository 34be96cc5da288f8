import Files
import Foundation
import Measuring
import Replay

/// Measures how long replays take, and what the time and the memory go to.
///
///     options → stream → runs of whole programs → replays in this process → report
@main
enum ReplayBenchmark {
    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            try write(options.wantsHelp ? Options.usage : report(options))
        } catch let error as UsageError {
            fail("\(error.message)\n\nreplay-benchmark --help says more", status: 64)
        } catch let error as FileError {
            fail(error.message, status: 2)
        } catch ReplayFailure.file(let error) {
            fail(error.message, status: 2)
        } catch let error as CocoaError {
            fail(error.localizedDescription, status: 2)
        } catch {
            fail("\(error)", status: 2)
        }
    }

    private static func report(_ options: Options) throws -> String {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let stream = try options.stream ?? MadeStream.write(options, to: folder.path("ev.ndjson"))
        let config = try options.config ?? MadeConfiguration.write(to: folder.path("connectors"))
        // Before this process grows, which would hide how little memory its children take.
        let programs = ProgramRuns(
            program: try options.program ?? BuiltProgram.path(), config: config, stream: stream,
            baseline: options.baseline, runs: options.runs, folder: folder)
        let measured = try options.threads.map(programs.measure)
        let phases = PhaseRuns(config: config, stream: stream, runs: options.runs, folder: folder)
        let report = Report(
            runs: options.runs, programs: measured, phases: try options.threads.map(phases.measure))
        return try options.format == .json ? report.json : ReportText(report).text
    }

    private static func write(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data("error: \(message)\n".utf8))
        exit(status)
    }
}
