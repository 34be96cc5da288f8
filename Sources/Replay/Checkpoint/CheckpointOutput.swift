internal import Events
internal import Files
internal import Payments

/// Writes checkpoints. The file keeps its temporary name until all outputs are complete.
enum CheckpointOutput {
    /// Writes the payments of shards that are arranged and not yet closed; nil if no checkpoint is
    /// wanted.
    static func write(
        _ request: ReplayRequest, _ stream: StreamEngine.Ending, _ shards: [Shard]
    ) throws(ReplayFailure) -> RowFile? {
        guard let path = request.checkpointPath else { return nil }
        let payments = OrderedPayments(arranging: shards)
        return try ReplayFailure.catching { () throws(FileError) in
            let head = try head(
                request, stream, ruleCounts: shards.map(\.ruleCounts),
                signatures: shards.map { $0.ledger.signatureTallies })
            let files = try begin(request, stream, path, head)
            try files.write(payments)
            return try complete(files)
        }
    }

    /// Writes the payments of a bounded replay.
    static func write(
        _ request: ReplayRequest, _ stream: StreamEngine.Ending, _ outcome: BoundedReplay.Totals
    ) throws(ReplayFailure) -> RowFile? {
        guard let path = request.checkpointPath else { return nil }
        return try ReplayFailure.catching { () throws(FileError) in
            let head = try head(
                request, stream, ruleCounts: [outcome.ruleCountsBeforeClosing],
                signatures: [outcome.tally.connectors.map(\.signatures)])
            let files = try begin(request, stream, path, head)
            try files.write(outcome.states)
            return try complete(files)
        }
    }

    private static func head(
        _ request: ReplayRequest, _ stream: StreamEngine.Ending, ruleCounts: [[Int]],
        signatures: [[SignatureTally]]
    ) throws(FileError) -> [UInt8] {
        var counts =
            request.resume?.head.ruleCounts ?? [Int](repeating: 0, count: Rule.allCases.count)
        for part in ruleCounts {
            for index in counts.indices { counts[index] += part[index] }
        }
        let head = CheckpointHead(
            clock: stream.end(request), statistics: stream.statistics, ruleCounts: counts,
            paths: request.paths, inputBytes: request.allInputBytes,
            hasTrace: request.keepsTrace,
            rejectedBytes: try stream.rejections.rows.checkpointBytes(),
            signatures: SignatureTally.rows(request, signatures))
        var buffer = OutputBuffer()
        head.append(to: &buffer)
        return Array(buffer.bytes)
    }

    /// Makes the file, and writes the head and the rows of rejected events.
    private static func begin(
        _ request: ReplayRequest, _ stream: StreamEngine.Ending, _ path: String, _ head: [UInt8]
    ) throws(FileError) -> RowFiles {
        let files = try RowFiles(
            request, [RowFiles.Target(kind: .checkpoint, path: path, head: head)])
        if let file = files.first { try stream.rejections.rows.append(to: file) }
        return files
    }

    private static func complete(_ files: RowFiles) throws(FileError) -> RowFile? {
        guard let file = files.first else { return nil }
        let content = try file.content()
        let checksum = withExtendedLifetime(content) { Checksum.of(content.bytes) }
        var tail = OutputBuffer()
        tail.append(integer: checksum)
        try file.complete(tail, trimming: 0)
        return file
    }
}
