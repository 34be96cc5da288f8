import Foundation
import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("What a replay holds")
struct HeldMemoryTests {
    private func request(_ folder: TemporaryFolder, _ lines: [String]) throws -> ReplayRequest {
        let text = lines.map { $0 + "\n" }.joined()
        let path = try folder.write("events.ndjson", bytes: Array(text.utf8))
        let input = try EventInput(
            path: path, format: .lines, temporaryFolder: folder.path("."))
        return ReplayRequest(
            setup: ReplayRun.setup, inputs: [input], temporaryFolder: folder.path("."))
    }

    @Test("is not all rows of a part, where they are large", arguments: [1, 2])
    func largeRows(attempts: Int) throws {
        let request = try request(try TemporaryFolder(), [])
        let shard = Shard(request, IdentifierHash())
        let arena = ScratchArena()
        var records: [EventRecord] = []
        func add(_ payload: EventRecord.Payload) {
            var record = EventRecord.empty
            record.payment = arena.copy("p")
            record.hash = shard.ledger.hash(record.payment)
            record.payload = payload
            records.append(record)
        }
        let rows = PaymentRows(ReplayRun.setup, paths: [])
        let euro = try #require(Currency(code: "EUR"))
        add(
            .created(
                EventRecord.Created(
                    client: arena.copy("c"), method: arena.copy("card"), minorUnits: 100,
                    currency: euro)))
        for attempt in 0..<attempts {
            let id = arena.copy("a\(attempt)")
            add(.attempted(EventRecord.Attempted(attempt: id, method: nil, amount: nil)))
            let message = "\(attempt)" + String(repeating: "x", count: rows.heldBytes)
            add(
                .result(
                    EventRecord.Result(
                        outcome: .failed, attempt: id, errorCode: nil,
                        errorMessage: arena.copy(message))))
        }
        records.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let all = ShardRecords(records: base, order: nil, count: buffer.count)
            let isInOrder = shard.ledger.apply(all, linesBefore: 0)
            #expect(isInOrder)
        }
        var buffer = OutputBuffer()
        try rows.append(.states, shard.content, 0, to: &buffer) { $0.removeAll() }
        // What follows the last attempt.
        let left = buffer.count
        #expect(left < 100)
    }

    #if os(Linux)
        @Test("is not the input of a stream that is refused at once", arguments: [1, 2])
        func refusedInput(threads: Int) throws {
            let line = #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","x":""#
            let valid = line + String(repeating: "x", count: 1000) + "\"}"
            var request = try request(
                try TemporaryFolder(), ["{}"] + [String](repeating: valid, count: 30_000))
            request.threads = threads
            guard case .refused = try Replay.run(request) else {
                Issue.record("not refused")
                return
            }
            let held = try residentBytes(of: request.inputs[0].text)
            #expect(held < 20 << 20, "of some 32 MB")
        }

        /// How much of a mapping is in memory, by the system's list of them.
        private func residentBytes(of text: ByteSlice) throws -> Int {
            let address = UInt(bitPattern: text.base)
            var isIt = false
            let file = try #require(FileHandle(forReadingAtPath: "/proc/self/smaps"))
            let list = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
            for line in list.split(separator: "\n") {
                let words = line.split(separator: " ")
                let bounds = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                if bounds.count == 2 { isIt = bounds[0] <= address && address < bounds[1] }
                if isIt, words[0] == "Rss:" { return (Int(words[1]) ?? 0) << 10 }
            }
            Issue.record("the input is mapped")
            return 0
        }
    #endif
}
