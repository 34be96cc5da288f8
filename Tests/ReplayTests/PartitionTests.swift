import Files
import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("A partition of a stream")
struct PartitionTests {
    /// All events of a stream in one temporary file, in the order of the lines.
    private static func partition(
        _ lines: [String], in folder: TemporaryFolder
    ) throws -> (Partition, ReplayRequest) {
        let path = try folder.write("e.ndjson", lines.map { $0 + "\n" }.joined())
        let input = try EventInput(path: path, format: .lines, temporaryFolder: folder.path)
        var request = ReplayRequest(
            setup: ReplayRun.setup, inputs: [input], temporaryFolder: folder.path)
        request.onInvalid = .quarantine
        let partitions = try Partitions(count: 1, in: folder.path, depth: 0)
        let engine = try StreamEngine(request, shardCount: 1, IdentifierHash(seed: 1))
        _ = try engine.run { block, shard throws(FileError) in
            try partitions.add(block, shard: shard)
            return true
        }
        try partitions.partitions[0].finish()
        return (partitions.partitions[0], request)
    }

    /// The payments and lines of the events, in the order in which they come.
    private static func events(
        _ partition: Partition, inOrder: Bool = true
    ) throws -> [(payment: [UInt8], line: Int, at: Int64)] {
        var events: [(payment: [UInt8], line: Int, at: Int64)] = []
        try partition.visit(inOrder: inOrder) { records throws(FileError) in
            for index in 0..<records.count {
                let record = records[index].pointee
                events.append((Array(record.payment.buffer), record.line, record.at.nanoseconds))
            }
            return true
        }
        return events
    }

    @Test("has its events by time, and in stream order where that is equal")
    func order() throws {
        var random = SeededGenerator(seed: 1)
        let folder = try TemporaryFolder()
        // More than are read at once, and many at the same time.
        let lines = (0..<1500).map { index in
            let second = 10 + Int.random(in: 0..<50, using: &random)
            return #"{"type":"payment.attempted","at":"2026-01-05T10:00:\#(second)Z","#
                + #""payment":"p-\#(index)","attempt":"a"}"#
        }
        let (partition, _) = try Self.partition(lines, in: folder)
        #expect(!partition.isSorted && partition.sortingBytes > partition.bytes)
        let asWritten = try Self.events(partition, inOrder: false)
        #expect(asWritten.map(\.line) == Array(1...1500))
        #expect(asWritten.map(\.payment) == (0..<1500).map { Array("p-\($0)".utf8) })
        let inOrder = try Self.events(partition)
        let expected = asWritten.sorted { ($0.at, $0.line) < ($1.at, $1.line) }
        #expect(inOrder.map(\.line) == expected.map(\.line))
        #expect(inOrder.map(\.payment) == expected.map(\.payment))
    }

    @Test("that is too large is cut into some that have all of it, a payment in one of them")
    func cutting() throws {
        let folder = try TemporaryFolder()
        let lines = VariedStream(seed: 3, count: 400).lines
        let (partition, request) = try Self.partition(lines, in: folder)
        let replay = PartitionReplay(
            request: request, hash: IdentifierHash(seed: 1), budgetBytes: 1)
        #expect(try replay.shard(partition) == nil)
        let parts = try #require(try replay.cut(partition))
        #expect(parts.count > 1 && parts.allSatisfy { $0.depth == 1 && !$0.isEmpty })
        var payments: Set<[UInt8]> = []
        var lineNumbers: [Int] = []
        for part in parts {
            let events = try Self.events(part, inOrder: false)
            #expect(events.map(\.line) == events.map(\.line).sorted())
            let own = Set(events.map { $0.payment })
            #expect(payments.isDisjoint(with: own))
            payments.formUnion(own)
            lineNumbers += events.map(\.line)
        }
        let all = try Self.events(partition, inOrder: false).map(\.line)
        #expect(all.count > 300 && lineNumbers.sorted() == all)
        #expect(try Self.cutAgain(parts, replay) == ReplayLimits.cuts)
    }

    /// How often the parts can be cut, always going on with the largest one.
    private static func cutAgain(_ parts: [Partition], _ replay: PartitionReplay) throws -> Int {
        var (current, cuts) = (parts, 1)
        while let largest = current.max(by: { $0.eventCount < $1.eventCount }),
            let next = try replay.cut(largest)
        {
            #expect(next.reduce(0) { $0 + $1.eventCount } == largest.eventCount)
            (current, cuts) = (next, cuts + 1)
        }
        return cuts
    }

    @Test("is replayed within a budget that is just enough, and not within one that is not")
    func budget() throws {
        let folder = try TemporaryFolder()
        let lines = VariedStream(seed: 4).lines
        for lines in [lines, lines.reversed()] {
            let (partition, request) = try Self.partition(lines, in: folder)
            func shard(_ budgetBytes: Int?) throws -> Shard? {
                try PartitionReplay(
                    request: request, hash: IdentifierHash(seed: 1), budgetBytes: budgetBytes
                ).shard(partition)
            }
            let ledger = try #require(try shard(nil)).ledger.allocatedBytes
            #expect(try shard(ledger + partition.sortingBytes + 64_000) != nil)
            #expect(try shard(ledger + partition.sortingBytes - 1) == nil)
            if !partition.isSorted { #expect(try shard(partition.sortingBytes - 1) == nil) }
        }
    }
}
