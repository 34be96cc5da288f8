import Configuration
import ConfiguredReplay
import Files
import Measuring
import Replay

/// Replays a stream in this process, with a clock.
struct PhaseRuns {
    let config: String
    let stream: String
    let runs: Int
    let folder: TemporaryFolder

    /// The run with the median wall time, after one that warms up.
    func measure(threads: Int) throws -> PhaseUse {
        let configuration = try Configuration.load(paths: [config])
        guard !configuration.hasErrors else {
            throw BenchmarkError(message: "the configuration `\(config)` has errors")
        }
        let setup = ReplaySetup(configuration)
        _ = try replay(setup, threads)
        let uses = try (0..<runs).map { _ in try replay(setup, threads) }
        return uses.sorted { $0.wallSeconds < $1.wallSeconds }[(runs - 1) / 2]
    }

    private func replay(_ setup: ReplaySetup, _ threads: Int) throws -> PhaseUse {
        let out = try folder.emptyPath("out")
        let start = Stopwatch.now
        let request = try request(setup, threads)
        guard case .finished(let result) = try Replay.run(request) else {
            throw BenchmarkError(message: "the stream `\(stream)` has invalid events")
        }
        try Folder.make(out)
        try ReplayOutputs.write(result, to: out)
        return PhaseUse(
            result, threads: threads, wallNanoseconds: Stopwatch.now - start,
            streamBytes: request.inputBytes)
    }

    private func request(_ setup: ReplaySetup, _ threads: Int) throws -> ReplayRequest {
        guard let format = EventInput.Format(path: stream), stream != "-" else {
            throw BenchmarkError(message: "`\(stream)` has no event-file extension")
        }
        let input = try EventInput(
            path: stream, format: format, temporaryFolder: folder.path(""))
        var request = ReplayRequest(
            setup: setup, inputs: [input], temporaryFolder: folder.path(""))
        request.threads = threads
        request.clock = { Stopwatch.now }
        return request
    }
}
