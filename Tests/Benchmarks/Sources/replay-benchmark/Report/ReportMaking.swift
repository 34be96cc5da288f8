extension Report {
    init(runs: Int, programs: [ProgramRuns.Measured], phases: [PhaseUse]) {
        let stream = Stream(
            events: phases.first?.events ?? 0, payments: phases.first?.payments ?? 0,
            bytes: phases.first?.streamBytes ?? 0)
        self.init(
            stream: stream, runs: runs, programs: programs.map { Programs($0, stream) },
            inProcess: phases.map(InProcess.init))
    }
}

extension Report.Programs {
    init(_ measured: ProgramRuns.Measured, _ stream: Report.Stream) {
        self.init(
            threads: measured.threads, ours: Report.Program(measured.ours, stream),
            baseline: measured.baseline.map { Report.Program($0, stream) },
            ratio: measured.baseline.map { Report.Ratio(measured.ours, $0) })
    }
}

extension Report.Program {
    init(_ use: ProcessUse, _ stream: Report.Stream) {
        self.init(
            wallSeconds: use.wallSeconds,
            eventsPerSecond: Double(stream.events) / use.wallSeconds,
            megabytesPerSecond: Double(stream.bytes) / 1e6 / use.wallSeconds,
            cpuSeconds: use.cpuSeconds, peakBytes: use.peakBytes)
    }
}

extension Report.Ratio {
    init(_ ours: ProcessUse, _ theirs: ProcessUse) {
        self.init(
            wall: ours.wallSeconds / theirs.wallSeconds, cpu: ours.cpuSeconds / theirs.cpuSeconds,
            peak: ours.peakBytes.flatMap { ours in theirs.peakBytes.map { ours / $0 } })
    }
}

extension Report.InProcess {
    init(_ use: PhaseUse) {
        self.init(
            threads: use.threads, wallSeconds: use.wallSeconds,
            threadSeconds: Dictionary(
                uniqueKeysWithValues: use.phases.map { ($0.name, $0.seconds) }),
            shares: Dictionary(uniqueKeysWithValues: use.phases.map { ($0.name, $0.share) }),
            stateBytes: use.stateBytes, bytesPerPayment: use.bytesPerPayment)
    }
}
