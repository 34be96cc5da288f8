internal import Events
public import Files

/// The files of a replay (`spec/formats.md`).
public enum ReplayOutputs {
    /// The names of all files that a replay may write to its folder.
    public static let fileNames = [
        "states.json", "balances.json", "anomalies.json", "report.json", "trace.ndjson",
        "rejected.ndjson",
    ]

    /// Of these files, the one that a replay with `request` does not write, and removes, but did not
    /// write earlier either; nil if there is none.
    public static func foreignFile(
        in folder: String, for request: ReplayRequest
    ) throws(FileError) -> String? {
        for name in unwritten(request) {
            let path = PathText.join(folder, name)
            if try !OwnRows.areAll(of: path) { return path }
        }
        return nil
    }

    /// The names of the files that a replay with `request` does not write.
    public static func unwritten(_ request: ReplayRequest) -> [String] {
        let trace = request.keepsTrace ? [] : ["trace.ndjson"]
        return trace + (request.writesRejected ? [] : ["rejected.ndjson"])
    }

    /// Writes all files below `folder`. They appear together with the checkpoint when all are complete,
    /// and none if one cannot. What an earlier run wrote and this one does not is removed: a folder
    /// holds the outputs of one run. `report.json` is there only while they are whole.
    ///
    /// - Throws: `FileError` if one of them cannot be written, or an old one would have to go that no
    ///   replay has written.
    public static func write(_ result: ReplayResult, to folder: String) throws(FileError) {
        var clock = PhaseClock(result.request.clock)
        var failure: FileError?
        clock.measure(\.writing) {
            do throws(FileError) {
                try writeFiles(result, to: folder)
            } catch {
                failure = error
            }
        }
        result.times = result.times + clock.times
        if let failure { throw failure }
    }

    private static func writeFiles(_ result: ReplayResult, to folder: String) throws(FileError) {
        let request = result.request
        let targets = RowKind.allCases.compactMap { kind -> RowFiles.Target? in
            guard kind.isWanted(request), let output = kind.output(result.end) else { return nil }
            return RowFiles.Target(
                kind: kind, path: PathText.join(folder, output.name), head: output.head)
        }
        let rows = try RowFiles(request, targets)
        let balances = try OutputFile(path: PathText.join(folder, "balances.json"))
        let report = try OutputFile(path: PathText.join(folder, "report.json"))
        switch result.states {
        case .resident(let payments):
            try rows.write(payments) { () throws(FileError) in
                let source = ResidentBalances(payments.shards)
                try BalancesOutput(source, result).write(to: balances)
            }
        case .spilled(let states):
            try rows.write(states)
            try BalancesOutput(states.balances, result).write(to: balances)
        }
        report.append(ReportOutput(result).bytes)
        let others = [balances] + [result.rejected].compactMap(\.self)
        try rows.complete()
        for file in others + [report] { try file.complete() }
        if let path = try foreignFile(in: folder, for: request) {
            throw FileError(.remove, path, .isForeign)
        }
        try FileSet(
            rows.atomicFiles + others.map(\.file) + [result.checkpoint?.file].compactMap(\.self),
            removing: unwritten(request).map { PathText.join(folder, $0) }, mark: report.file
        ).publish()
    }

    /// Gives the checkpoint its name, if one was made: for a replay whose other outputs nobody wants.
    ///
    /// - Throws: `FileError` if that cannot be done.
    public static func publishCheckpoint(_ result: ReplayResult) throws(FileError) {
        try result.checkpoint?.file.publish()
    }

    /// The bytes of `report.json`.
    public static func report(_ result: ReplayResult) -> [UInt8] {
        ReportOutput(result).bytes
    }
}
