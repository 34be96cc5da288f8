public import Files
internal import Payments

/// The files of a replay (contract, section 7).
public enum ReplayOutputs {
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
        let rows = try RowFiles(result, folder)
        let balances = try OutputFile(path: PathText.join(folder, "balances.json"))
        let report = try OutputFile(path: PathText.join(folder, "report.json"))
        switch result.states {
        case .resident(let payments):
            try rows.write(payments)
            try BalancesOutput(ResidentBalances(payments.shards), result).write(to: balances)
        }
        ReportOutput(result).append(to: &report.buffer)
        let others = [balances, report] + [result.rejected].compactMap(\.self)
        for file in others { try file.complete() }
        try rows.publish()
        for file in others { try file.publish() }
        if !result.request.keepsTrace {
            try Folder.removeFile(PathText.join(folder, "trace.ndjson"))
        }
        if result.rejected == nil {
            try Folder.removeFile(PathText.join(folder, "rejected.ndjson"))
        }
    }

    /// The bytes of `report.json`.
    public static func report(_ result: ReplayResult) -> [UInt8] {
        var buffer = OutputBuffer()
        ReportOutput(result).append(to: &buffer)
        return Array(buffer.bytes)
    }
}
