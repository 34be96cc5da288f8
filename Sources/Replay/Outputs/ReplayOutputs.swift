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
        let order = PaymentOrder(result.shards)
        var files: [OutputFile] = []
        func file(_ name: String) throws(FileError) -> OutputFile {
            let file = try OutputFile(path: PathText.join(folder, name))
            files.append(file)
            return file
        }
        try StatesOutput(result).write(order, to: file("states.json"))
        try BalancesOutput(order, result).write(result, to: file("balances.json"))
        try AnomaliesOutput(result).write(to: file("anomalies.json"))
        ReportOutput(result).append(to: &(try file("report.json")).buffer)
        if result.request.keepsTrace {
            try TraceOutput(result).write(to: file("trace.ndjson"))
        }
        if let rejected = result.rejected { files.append(rejected) }
        for file in files { try file.complete() }
        for file in files { try file.publish() }
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
