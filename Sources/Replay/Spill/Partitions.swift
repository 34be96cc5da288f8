internal import Events
internal import Files
internal import Payments

/// Events sorted into temporary files by payment: how a stream that is out of order, or larger than
/// memory, is replayed without being held. Each file has its events in stream order.
final class Partitions: @unchecked Sendable {
    // Unchecked, since one thread at a time writes, and a partition is then read by one.

    let partitions: [Partition]
    private let depth: Int

    /// What is held of a file before it is written.
    private static let bufferBytes = 32 * 1024

    /// Makes `count` files in `folder`; `depth` is how often their events were cut before.
    init(count: Int, in folder: String, depth: Int) throws(FileError) {
        self.depth = depth
        var partitions: [Partition] = []
        for _ in 0..<count {
            let spool = try Spool(in: folder, bufferBytes: Self.bufferBytes)
            partitions.append(Partition(spool, in: folder, depth: depth))
        }
        self.partitions = partitions
    }

    /// Adds the records of a shard in a block.
    func add(_ block: ParsedBlock, shard: Int) throws(FileError) {
        var failure: FileError?
        block.withRecords(ofShard: shard) { records in
            do throws(FileError) {
                for index in 0..<records.count {
                    let record = records[index]
                    try add(record, line: block.linesBefore + record.pointee.line)
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Adds a record with its line in the file.
    @inline(__always)
    func add(_ record: UnsafeMutablePointer<EventRecord>, line: Int) throws(FileError) {
        try partitions[part(record.pointee.hash)].add(record, line: line)
    }

    /// Adds a record of a checkpoint, whose payment has this hash.
    func add(_ record: CheckpointRecord, _ hash: UInt64) throws(FileError) {
        try partitions[part(hash)].add(record)
    }

    /// Which of the files a payment belongs to. Shards are chosen by other bits of its hash, and each
    /// cut mixes them in another way.
    @inline(__always)
    private func part(_ hash: UInt64) -> Int {
        Self.part(hash, of: partitions.count, depth: depth)
    }

    /// Which of `count` files a payment belongs to that was cut `depth` times before.
    @inline(__always)
    static func part(_ hash: UInt64, of count: Int, depth: Int) -> Int {
        let bits = hash &* multipliers[depth % multipliers.count]
        return IdentifierHash.part(bits >> 32, of: count)
    }

    private static let multipliers: [UInt64] = [
        1, 0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB,
        0xD6E8_FEB8_6659_FD93,
    ]
}

/// A temporary file of events, in stream order.
final class Partition: @unchecked Sendable {
    // Unchecked, since one thread at a time writes it, and then one reads it.

    private let spool: Spool
    let depth: Int
    private(set) var eventCount = 0
    /// Whether all events come in the order of their times.
    private(set) var isSorted = true
    private var latest = Int64.min
    /// The hash of the first event's payment, and whether all events have the same.
    private var firstHash: UInt64 = 0
    private(set) var isOfOnePayment = true

    /// The records of a checkpoint of the payments of these events.
    private var restored: Spool?
    private let folder: String

    init(_ spool: Spool, in folder: String, depth: Int) {
        self.spool = spool
        self.folder = folder
        self.depth = depth
    }

    var bytes: Int { spool.bytes }

    /// Whether there is nothing in it.
    var isEmpty: Bool { eventCount == 0 && restored == nil }

    func add(_ record: CheckpointRecord) throws(FileError) {
        isOfOnePayment = false
        if restored == nil { restored = try Spool(in: folder, bufferBytes: 32 * 1024) }
        try restored?.write(UnsafeRawBufferPointer(record.bytes.buffer))
    }

    /// The bytes of the records of a checkpoint.
    func restoredRecords() throws(FileError) -> MappedFile? {
        guard let restored else { return nil }
        return try restored.map(as: "temporary file")
    }

    @inline(__always)
    func add(_ record: UnsafeMutablePointer<EventRecord>, line: Int) throws(FileError) {
        let size = EncodedEvent.size(of: record)
        EncodedEvent.write(record, line: line, size: size, to: try spool.reserve(size))
        if eventCount == 0 { firstHash = record.pointee.hash }
        if record.pointee.hash != firstHash { isOfOnePayment = false }
        eventCount += 1
        if record.pointee.at.nanoseconds < latest { isSorted = false }
        latest = max(latest, record.pointee.at.nanoseconds)
    }

    /// What must be in memory at once, besides the payments, to go through the events in the order of
    /// their times.
    var sortingBytes: Int {
        isSorted ? 0 : bytes + 2 * eventCount * MemoryLayout<PrefixedPosition>.stride
    }

    /// Whether the offsets of the events fit in 32 bits, as sorting needs.
    var canBeSorted: Bool { isSorted || bytes < 8 << 32 }

    /// Truncates the files.
    func discard() throws(FileError) {
        try spool.discard()
        try restored?.discard()
    }

    /// Calls `body` with the events in the order of their times, and in stream order where these are
    /// equal, some at a time, until it returns false.
    func visit(
        inOrder: Bool = true, _ body: (ShardRecords) throws(FileError) -> Bool
    ) throws(FileError) {
        let file = try spool.map(as: "temporary file", order: isSorted ? .frontToBack : .any)
        // The bytes are there as long as the file is.
        defer { withExtendedLifetime(file) {} }
        if isSorted || !inOrder {
            try forEachAsWritten(file, body)
        } else {
            try forEachSorted(file, body)
        }
    }

    /// Flushes the write buffers.
    func finish() throws(FileError) {
        try spool.flush()
        try restored?.flush()
    }

    private static let batch = 512

    private func forEachAsWritten(
        _ file: MappedFile, _ body: (ShardRecords) throws(FileError) -> Bool
    ) throws(FileError) {
        guard let base = file.bytes.baseAddress else { return }
        let records = UnsafeMutablePointer<EventRecord>.allocate(capacity: Self.batch)
        defer { records.deallocate() }
        var (offset, forgotten) = (0, 0)
        while offset < file.bytes.count {
            var count = 0
            while count < Self.batch, offset < file.bytes.count {
                offset += Int(EncodedEvent.read(base + offset, into: records + count).bytes)
                count += 1
            }
            let batch = ShardRecords(records: records, count: count)
            guard try body(batch) else { return }
            if offset - forgotten > 1 << 20 {
                POSIX.forget(UnsafeRawBufferPointer(rebasing: file.bytes[forgotten..<offset]))
                forgotten = offset
            }
        }
    }

    private func forEachSorted(
        _ file: MappedFile, _ body: (ShardRecords) throws(FileError) -> Bool
    ) throws(FileError) {
        guard let base = file.bytes.baseAddress else { return }
        let memory = Memory.allocateTable(
            bytes: eventCount * MemoryLayout<PrefixedPosition>.stride)
        defer { memory.deallocate() }
        let sorted = memory.bindMemory(to: PrefixedPosition.self, capacity: eventCount)
        sort(sorted, base)
        let records = UnsafeMutablePointer<EventRecord>.allocate(capacity: Self.batch)
        defer { records.deallocate() }
        for start in stride(from: 0, to: eventCount, by: Self.batch) {
            let count = min(Self.batch, eventCount - start)
            for index in 0..<count {
                let offset = Int(sorted[start + index].position) << 3
                _ = EncodedEvent.read(base + offset, into: records + index)
            }
            guard try body(ShardRecords(records: records, count: count)) else {
                return
            }
        }
    }

    /// Sorts the events' offsets, in words, by time; the sort keeps the order of equals.
    private func sort(_ positions: UnsafeMutablePointer<PrefixedPosition>, _ base: UnsafeRawPointer)
    {
        var offset = 0
        for index in 0..<eventCount {
            let event = (base + offset).loadUnaligned(as: EncodedEvent.self)
            let key = UInt64(bitPattern: event.at) ^ (1 << 63)
            positions[index] = PrefixedPosition(prefix: key, position: UInt32(offset >> 3))
            offset += Int(event.bytes)
        }
        PrefixSort.sort(positions, eventCount)
    }
}
