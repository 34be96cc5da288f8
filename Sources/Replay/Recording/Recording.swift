public import Events
internal import Files
public import Payments

/// What a stream says, event by event.
public struct Recording: Sendable {
    /// The events of payments up to `end`, in the order in which they apply.
    public let events: [RecordedEvent]
    /// Where the clock stops; nil for a stream without events and without `--until`.
    public let end: Timestamp?
    /// The number of all valid events of the stream.
    public let total: Int
    /// The number of events after the end, and of events that are invalid.
    public let afterEnd: Int
    public let rejected: Int
}

/// How the reading of a stream ended.
public enum RecordingOutcome: Sendable {
    case read(Recording)
    /// Input was invalid.
    case refused(ReplayRefusal)
}

extension Replay {
    /// Reads the events of `payment`, or of all payments, without applying them. It reads like a
    /// replay, and takes memory for the events that it gives.
    ///
    /// - Throws: `ReplayFailure` if a file cannot be read or written.
    public static func record(
        _ request: ReplayRequest, payment: String? = nil
    ) throws(ReplayFailure) -> RecordingOutcome {
        let hash = IdentifierHash()
        let collector = EventCollector(
            payment, request.paths, hash, readsSignatures: request.resultUse == .kept)
        let stream = try ReplayFailure.catching { () throws(FileError) in
            // One shard: the events come in stream order.
            try StreamEngine(request, shardCount: 1, hash).run { block, _ in
                collector.take(block)
                return true
            }
        }
        if let refusal = stream.refusal { return .refused(refusal) }
        return .read(
            Recording(
                events: collector.events.inOrder(), end: stream.end(request),
                total: stream.statistics.total - stream.statistics.refused,
                afterEnd: stream.statistics.afterEnd, rejected: stream.statistics.refused))
    }
}

/// Collects events from blocks.
private final class EventCollector: @unchecked Sendable {
    // Unchecked, since the engine gives its only shard to one thread at a time.
    private(set) var events: [RecordedEvent] = []
    private let arena = ScratchArena()
    private let wanted: (text: ByteSlice, hash: UInt64)?
    private let paths: [String]
    private let readsSignatures: Bool
    private var reader = ResultReader()

    init(
        _ payment: String?, _ paths: [String], _ hash: IdentifierHash, readsSignatures: Bool
    ) {
        self.paths = paths
        self.readsSignatures = readsSignatures
        wanted = payment.map { [arena] in
            let text = arena.copy($0)
            return (text, hash(text))
        }
    }

    func take(_ block: ParsedBlock) {
        block.withRecords(ofShard: 0) { records in
            for index in 0..<records.count {
                let record = records[index]
                if let wanted {
                    guard record.pointee.hash == wanted.hash,
                        record.pointee.payment == wanted.text
                    else { continue }
                }
                var event = RecordedEvent(
                    record.pointee, file: paths[Int(record.pointee.file)],
                    line: block.linesBefore + record.pointee.line)
                if readsSignatures, case .result(let result) = record.pointee.payload {
                    event.signed = result.text.map { reader.signedResult($0) }
                }
                events.append(event)
            }
        }
    }
}
