import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("Rows in temporary files")
struct RowRunsTests {
    private struct Row: Equatable {
        let key: [UInt8]
        let bytes: [UInt8]
    }

    /// Adds rows as one sorted run.
    private static func add(_ rows: [Row], to runs: RowRuns, thread: Int) throws {
        let start = runs.position(thread: thread)
        let arena = ScratchArena()
        for row in rows {
            let copy = arena.reserve(row.key.count)
            for (index, byte) in row.key.enumerated() { copy[index] = byte }
            try row.bytes.withUnsafeBytes { bytes in
                try runs.append(
                    key: ByteSlice(base: copy, count: row.key.count), row: bytes, thread: thread)
            }
        }
        try runs.endRun(from: start, thread: thread)
    }

    /// The rows, with the pieces of each put together.
    private static func rows(in runs: RowRuns) throws -> [Row] {
        var rows: [Row] = []
        func take(_ key: ByteSlice, _ piece: UnsafeRawBufferPointer) {
            #expect(piece.count <= 4096, "a reader holds little of a run")
            let key = Array(key.buffer)
            let before = rows.last?.key == key ? rows.removeLast().bytes : []
            rows.append(Row(key: key, bytes: before + Array(piece)))
        }
        try runs.visit(take)
        return rows
    }

    @Test(
        "come back in the order of their keys, out of many runs", arguments: 0..<8 as Range<UInt64>)
    func merged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        let threads = Int.random(in: 1...3, using: &random)
        let runs = try RowRuns(count: threads, in: folder.path)
        let runCount = [1, 2, 40, 300].randomElement(using: &random) ?? 1
        var all: [Row] = []
        for run in 0..<runCount {
            var rows: [Row] = []
            for number in 0..<Int.random(in: 0...12, using: &random) {
                // A key of its own, of which some are prefixes of others.
                let tail = [UInt8](repeating: 0x61, count: Int.random(in: 0...30, using: &random))
                let key = tail + Array("\(number)/\(run)".utf8)
                let count = Self.length(&random)
                rows.append(
                    Row(key: key, bytes: [UInt8](repeating: UInt8(run & 0xFF), count: count)))
            }
            rows.sort { $0.key.lexicographicallyPrecedes($1.key) }
            try Self.add(rows, to: runs, thread: run % threads)
            all += rows
        }
        all.sort { $0.key.lexicographicallyPrecedes($1.key) }
        #expect(try Self.rows(in: runs) == all, "seed \(seed)")
        // They can be read more than once.
        #expect(try Self.rows(in: runs).count == all.count, "seed \(seed)")
        #expect(try folder.names.isEmpty)
    }

    /// Mostly short, now and then longer than what a reader holds.
    private static func length(_ random: inout SeededGenerator) -> Int {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: Int.random(in: 4000...4200, using: &random)
        case 1: Int.random(in: 20_000...300_000, using: &random)
        case 2: 0
        default: Int.random(in: 0...200, using: &random)
        }
    }

    @Test("that are longer than any buffer come back whole, and pieces of one in their order")
    func long() throws {
        let folder = try TemporaryFolder()
        let runs = try RowRuns(count: 2, in: folder.path)
        let key = Array("payment".utf8)
        let pieces = (0..<6).map { number in
            Row(key: key, bytes: [UInt8](repeating: UInt8(number), count: 900_000 >> number))
        }
        let others = ["a", "payment", "paymentt", "z"].map {
            Row(key: Array($0.utf8) + [0], bytes: Array($0.utf8))
        }
        try Self.add(pieces, to: runs, thread: 0)
        try Self.add(others, to: runs, thread: 1)
        let rows = try Self.rows(in: runs)
        let whole = Row(key: key, bytes: pieces.flatMap(\.bytes))
        #expect(rows == [others[0], whole] + others[1...])
    }

    @Test("are none where nothing was written")
    func none() throws {
        let folder = try TemporaryFolder()
        let runs = try RowRuns(count: 3, in: folder.path)
        try Self.add([], to: runs, thread: 1)
        #expect(try Self.rows(in: runs).isEmpty)
    }
}
