import Files
import Foundation
import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

/// How a replay is done; what it writes must not depend on it.
struct ReplayWay: Sendable, CustomTestStringConvertible {
    var threads = 1
    /// Anything below what the program takes for itself sends everything through temporary files.
    var memoryLimitBytes: Int?
    /// Into how many temporary files each thread sorts the stream; nil: as the replay itself has it.
    var partitions: Int?
    var keepsTrace = true
    /// Part of what is replayed, not of how.
    var until: Timestamp?
    var signatureKeys: SignatureKeys?
    /// Part of what is wanted of it.
    var onInvalid = InvalidEventPolicy.quarantine
    var writesOutputs = true

    var testDescription: String {
        let memory = memoryLimitBytes.map { ", \($0 >> 20) MiB" } ?? ""
        return "threads \(threads)\(memory)\(partitions.map { ", cut into \($0)" } ?? "")"
    }

    static let all = [
        ReplayWay(threads: 1), ReplayWay(threads: 2), ReplayWay(threads: 4),
        ReplayWay(threads: 1, memoryLimitBytes: 1), ReplayWay(threads: 2, memoryLimitBytes: 1),
        ReplayWay(threads: 4, memoryLimitBytes: 1),
        // Enough for four partitions to be replayed at once.
        ReplayWay(threads: 4, memoryLimitBytes: 104 << 20, partitions: 5),
    ]
}

/// Files of events that are replayed in several ways, from the same paths.
struct SharedInputs {
    let folder: TemporaryFolder
    let paths: [String]
    var setup = ReplayRun.setup

    init(_ files: [[String]]) throws {
        folder = try TemporaryFolder()
        var paths: [String] = []
        for (index, lines) in files.enumerated() {
            let text = lines.map { $0 + "\n" }.joined()
            paths.append(try folder.write("events-\(index).ndjson", text))
        }
        self.paths = paths
    }

    /// Replays some of the files, and gives what was written by name: the checkpoint, too.
    func replay(
        _ way: ReplayWay, files: Range<Int>? = nil, resuming: [UInt8]? = nil
    ) throws -> [String: [UInt8]] {
        let out = try TemporaryFolder()
        var request = ReplayRequest(
            setup: setup,
            inputs: try paths[files ?? paths.indices].map {
                try EventInput(path: $0, format: .lines, temporaryFolder: out.path)
            }, temporaryFolder: out.path)
        request.threads = way.threads
        request.until = way.until
        request.onInvalid = way.onInvalid
        request.keepsTrace = way.keepsTrace
        request.rejectedPath = way.writesOutputs ? out.path("rejected.ndjson") : nil
        request.memoryLimitBytes = way.memoryLimitBytes
        request.signatureKeys = way.signatureKeys
        request.checkpointPath = out.path("checkpoint")
        if let resuming {
            let path = try folder.write("checkpoint-\(UUID().uuidString)", bytes: resuming)
            request.resume = try Checkpoint(path: path)
        }
        let outcome =
            if let partitions = way.partitions {
                try ForcedBounds.replay(request, partitions: partitions)
            } else { try Replay.run(request) }
        guard case .finished(let result) = outcome else {
            Issue.record("refused")
            return [:]
        }
        if way.writesOutputs {
            try ReplayOutputs.write(result, to: out.path)
        } else {
            try ReplayOutputs.publishCheckpoint(result)
        }
        var written: [String: [UInt8]] = [:]
        for name in try out.names { written[name] = out.read(name) }
        return written
    }
}

/// A bounded replay as the pipeline does it, with as many partitions as a test wants: few, so that they
/// are too large and are cut again.
enum ForcedBounds {
    static func replay(_ request: ReplayRequest, partitions count: Int) throws -> ReplayOutcome {
        let hash = IdentifierHash()
        var shards: [Partitions] = []
        for _ in 0..<request.threads {
            shards.append(
                try Partitions(
                    count: count, in: request.temporaryFolder, depth: 0))
        }
        try request.resume?.restore(to: shards, hash)
        let writers = shards
        let engine = try StreamEngine(request, shardCount: shards.count, hash)
        let stream = try engine.run { block, shard throws(FileError) in
            try writers[shard].add(block, shard: shard)
            return true
        }
        let partitions = shards.flatMap(\.partitions)
        for partition in partitions { try partition.finish() }
        if let refusal = stream.refusal { return .refused(refusal) }
        let end = stream.end(request)
        let replay = BoundedReplay(
            request, hash, end: end, limitBytes: request.memoryLimitBytes ?? 0)
        let outcome = try replay.run(partitions)
        return .finished(
            ReplayResult(
                request: request, states: .spilled(outcome.states), statistics: stream.statistics,
                tally: request.tally + outcome.tally, end: end,
                clockJump: stream.clockJump(request),
                rejected: try stream.rejections.rows.finish(),
                checkpoint: try CheckpointOutput.write(request, stream, outcome),
                times: stream.times, stateBytes: outcome.peakBytes))
    }
}

/// Expects the same files with the same bytes, and shows the first line that differs.
func expectSame(
    _ written: [String: [UInt8]], _ expected: [String: [UInt8]], only names: [String]? = nil,
    _ comment: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let wanted = names ?? expected.keys.sorted()
    if names == nil {
        #expect(written.keys.sorted() == wanted, "\(comment)", sourceLocation: sourceLocation)
    }
    for name in wanted where written[name] != expected[name] {
        let lines = [written, expected].map { files in
            (files[name] ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
        }
        let pair = zip(lines[0], lines[1]).first { $0 != $1 }
        let texts = [pair?.0, pair?.1].map { String(decoding: $0 ?? [], as: UTF8.self).prefix(400) }
        Issue.record(
            "\(comment): \(name) has \(texts[0]) instead of \(texts[1])",
            sourceLocation: sourceLocation)
    }
}
