internal import Events
public import Payments

/// Events that are dated far beyond all others: most often one whose time is wrong. They move the clock,
/// so that all timers fire.
public struct ClockJump: Sendable, Equatable {
    /// The first of them, by its path and its 1-based line.
    public let path: String
    public let line: Int
    /// When the latest of all other events is, and when the clock stops.
    public let before: Timestamp
    public let end: Timestamp
    /// How many events are beyond the jump.
    public let eventCount: Int

    /// The whole years of 365 days between them: at least one.
    public var years: Int {
        Int(end.duration(since: before).components.seconds / (365 * 86_400))
    }
}

/// The blocks of a stream that have its latest events.
struct LatestBlocks {
    struct Block {
        let latest: Timestamp
        let file: Int32
        let text: ByteSlice
        let linesBefore: Int
    }

    /// More events than these blocks hold are not a mistake.
    static let mostBlocks = 8

    /// The latest first.
    private(set) var blocks: [Block] = []
    /// The latest event of all other blocks.
    private(set) var latestOfOthers: Timestamp?

    mutating func note(_ block: ParsedBlock) {
        guard let latest = block.statistics.latest else { return }
        let index = blocks.firstIndex { $0.latest < latest } ?? blocks.count
        blocks.insert(
            Block(
                latest: latest, file: block.file, text: block.text, linesBefore: block.linesBefore),
            at: index)
        guard blocks.count > Self.mostBlocks, let last = blocks.popLast() else { return }
        latestOfOthers = max(latestOfOthers ?? last.latest, last.latest)
    }
}

extension StreamEngine.Ending {
    /// The jump of the clock to the last events of the stream, if there is one and the request does not say
    /// where the clock stops.
    func clockJump(_ request: ReplayRequest) -> ClockJump? {
        guard request.until == nil, let first = statistics.earliest, let end = statistics.latest,
            end.duration(since: first) >= Self.leastGap
        else { return nil }
        let events = latestEvents(request).sorted { $0.at > $1.at }
        let others = [latestBlocks.latestOfOthers, request.resume?.head.clock].compactMap(\.self)
            .max()
        for (index, event) in events.enumerated() {
            let next = index + 1 < events.count ? events[index + 1].at : others
            guard let before = [next, others].compactMap(\.self).max() else { return nil }
            let gap = event.at.duration(since: before)
            guard gap >= Self.leastGap else { continue }
            // Not after years of events, nor if most events are there.
            let valid = statistics.total - statistics.refused
            guard gap > before.duration(since: first), index < Self.mostEvents,
                (index + 1) * 2 <= valid, let named = events[...index].min(by: DatedEvent.precedes)
            else { return nil }
            return ClockJump(
                path: request.inputs[Int(named.block.file)].path, line: named.line(request),
                before: before, end: end, eventCount: index + 1)
        }
        return nil
    }

    private static var leastGap: Duration { .seconds(365 * 86_400) }
    /// More are not a mistake.
    private static var mostEvents: Int { 100 }

    /// The events of the latest blocks.
    private func latestEvents(_ request: ReplayRequest) -> [DatedEvent] {
        latestBlocks.blocks.flatMap { block in
            let isArray = request.inputs[Int(block.file)].format == .array
            var events: [DatedEvent] = []
            EventTimes.visit(block.text, isArray: isArray) { at, position in
                events.append(DatedEvent(at: at, block: block, position: position))
            }
            return events
        }
    }
}

/// A valid event of a block, with its time and where it begins.
private struct DatedEvent {
    let at: Timestamp
    let block: LatestBlocks.Block
    let position: UnsafePointer<UInt8>

    /// In the order of the stream.
    static func precedes(_ left: DatedEvent, _ right: DatedEvent) -> Bool {
        left.block.file == right.block.file
            ? left.position < right.position : left.block.file < right.block.file
    }

    /// Its 1-based line in the file.
    func line(_ request: ReplayRequest) -> Int {
        let input = request.inputs[Int(block.file)]
        // The lines of an array are counted from the start of the file.
        let start = input.format == .array ? input.text.base : block.text.base
        return block.linesBefore + Memory.lineFeedCount(from: start, to: position) + 1
    }
}
