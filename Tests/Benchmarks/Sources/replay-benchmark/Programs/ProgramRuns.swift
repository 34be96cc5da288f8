import Measuring

/// Runs whole programs over one stream, in turn.
struct ProgramRuns {
    let program: String
    let config: String
    let stream: String
    let baseline: CommandTemplate?
    let runs: Int
    let folder: TemporaryFolder

    /// What the programs took with a number of threads.
    struct Measured {
        let threads: Int
        let ours: ProcessUse
        let baseline: ProcessUse?
    }

    /// The medians of all runs but the first, which warms up.
    func measure(threads: Int) throws -> Measured {
        var (ours, theirs): ([ProcessUse], [ProcessUse]) = ([], [])
        for _ in 0...runs {
            ours.append(try run { ourWords(threads, $0) })
            guard let baseline else { continue }
            theirs.append(
                try run { baseline.words(threads: threads, stream: stream, out: $0) })
        }
        return Measured(
            threads: threads, ours: median(ours.dropFirst()),
            baseline: theirs.isEmpty ? nil : median(theirs.dropFirst()))
    }

    /// Every run writes to a place of its own, so that none has to overwrite anything.
    private func run(_ words: (_ out: String) -> [String]) throws -> ProcessUse {
        let out = try folder.emptyPath("out")
        return try ChildProcess.run(words(out), errors: folder.path("errors"))
    }

    private func ourWords(_ threads: Int, _ out: String) -> [String] {
        [
            program, "replay", "--config", config, "--out", out, "--threads", String(threads),
            stream,
        ]
    }

    private func median(_ uses: ArraySlice<ProcessUse>) -> ProcessUse {
        let peaks = uses.compactMap(\.peakBytes)
        return ProcessUse(
            wallSeconds: uses.map(\.wallSeconds).median, cpuSeconds: uses.map(\.cpuSeconds).median,
            peakBytes: peaks.count == uses.count ? peaks.median : nil)
    }
}
