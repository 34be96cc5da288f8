public import Files
internal import Payments

/// The files of a replay (contract, section 7).
public enum ReplayOutputs {
    /// The names of all files that a replay may write to its folder.
    public static let fileNames = [
        "states.json", "balances.json", "anomalies.json", "report.json", "trace.ndjson",
        "rejected.ndjson",
    ]

    /// Writes all files below `folder`. They appear when all are complete and none before, so that a
    /// failure to write leaves those of an earlier run as they were. What an earlier run wrote and
    /// this one does not is removed: a folder holds the outputs of one run.
    ///
    /// - Throws: `FileError` if one of them cannot be written.
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
        ReportOutput(result).append(to: &report.buffer)
        let others = [balances, report] + [result.rejected].compactMap(\.self)
        try rows.complete()
        for file in others { try file.complete() }
        try rows.publish()
        for file in others { try file.publish() }
        try publishCheckpoint(result)
        if !request.keepsTrace {
            try Folder.removeFile(PathText.join(folder, "trace.ndjson"))
        }
        if result.rejected == nil {
            try Folder.removeFile(PathText.join(folder, "rejected.ndjson"))
        }
    }

    /// Gives the checkpoint its name, if one was made: for a replay whose other outputs nobody wants.
    ///
    /// - Throws: `FileError` if that cannot be done.
    public static func publishCheckpoint(_ result: ReplayResult) throws(FileError) {
        try result.checkpoint?.publish()
    }

    /// The bytes of `report.json`.
    public static func report(_ result: ReplayResult) -> [UInt8] {
        var buffer = OutputBuffer()
        ReportOutput(result).append(to: &buffer)
        return Array(buffer.bytes)
    }
}
