internal import Files
internal import Payments

/// Events on their way through temporary files, from which they come back in the order of their
/// times: how a stream that is out of order is replayed without being held.
struct Spill: ~Copyable {
    private let partitions: [Spool]
    private var sequence = 0

    /// A stream is cut so that sorting one partition takes about this much memory.
    private static let partitionBytes = 256 << 20
    private static let mostPartitions = 64

    init(for inputs: [EventInput], in folder: String) throws(FileError) {
        let bytes = inputs.reduce(0) { $0 + $1.text.count }
        var partitions: [Spool] = []
        for _ in 0..<min(Self.mostPartitions, bytes / Self.partitionBytes + 1) {
            partitions.append(try Spool(in: folder))
        }
        self.partitions = partitions
    }

    /// Adds the events of a block.
    mutating func add(_ block: ParsedBlock) throws(FileError) {
        for list in block.records {
            for index in 0..<list.buffer.count {
                let record = list.buffer[index]
                sequence += 1
                let line = block.linesBefore + record.line
                let bytes = SpilledEvent.encode(record, line: line, sequence: sequence)
                // The lower bits choose the slot in a ledger, the upper half the shard.
                let partition = Int((record.hash >> 16) % UInt64(partitions.count))
                try bytes.withUnsafeBufferPointer { buffer throws(FileError) in
                    try partitions[partition].write(UnsafeRawBufferPointer(buffer))
                }
            }
        }
    }

    /// Applies all events in the order of their times, and in stream order where these are equal.
    consuming func replay(into ledger: inout Ledger) throws(FileError) {
        for partition in partitions {
            let file = try partition.map(as: "temporary file", order: .any)
            guard let base = file.bytes.baseAddress else { continue }
            for place in SpilledEvent.order(file.bytes) {
                let (record, payment) = SpilledEvent.decode(base + place.offset)
                let isInOrder = ledger.apply(record, payment: payment, line: record.line)
                precondition(isInOrder, "the events of a partition are sorted")
            }
        }
    }
}

/// How an event stands in a temporary file: fixed-size numbers, then its texts. Never read by another
/// process.
enum SpilledEvent {
    private struct Header {
        let totalBytes: Int
        let sequence: Int
        let at: Timestamp
        let hash: UInt64
        let line: Int
        let amount: WrittenAmount?
        let file: Int32
        let type: EventType
        let outcome: Outcome
        let currency: Currency
        /// The lengths of the texts in the order of `texts(of:)`; −1 for none.
        let lengths: InlineArray<7, Int>
    }

    struct Place {
        let at: Timestamp
        let sequence: Int
        let offset: Int
    }

    static func encode(_ record: EventRecord, line: Int, sequence: Int) -> [UInt8] {
        let texts = [
            record.payment, record.client, record.attempt, record.method, record.errorCode,
            record.errorMessage, record.id,
        ]
        let kept = texts.enumerated().map { isUsed($0.offset, record) ? $0.element : nil }
        let size = MemoryLayout<Header>.stride
        let total = kept.reduce(size) { $0 + ($1?.count ?? 0) }
        // Whole words, so that each header is aligned.
        let padded = (total + 15) & ~15
        var header = Header(
            totalBytes: padded, sequence: sequence, at: record.at, hash: record.hash, line: line,
            amount: record.amount, file: record.file, type: record.type, outcome: record.outcome,
            currency: record.currency, lengths: InlineArray { kept[$0]?.count ?? -1 })
        return [UInt8](unsafeUninitializedCapacity: padded) { bytes, count in
            withUnsafeBytes(of: &header) { raw in
                _ = UnsafeMutableRawBufferPointer(bytes).initializeMemory(as: UInt8.self, from: raw)
            }
            var offset = size
            for text in kept {
                guard let text else { continue }
                _ = bytes[offset...].initialize(fromContentsOf: text.buffer)
                offset += text.count
            }
            bytes[offset..<padded].initialize(repeating: 0)
            count = padded
        }
    }

    /// Whether the text with this place means something for the record's type.
    private static func isUsed(_ place: Int, _ record: EventRecord) -> Bool {
        switch place {
        case 0, 6: true
        case 1: record.type == .created
        case 2: record.type != .created
        case 3: record.type != .result
        default: record.type == .result && record.outcome == .failed
        }
    }

    /// Where the events of `bytes` begin, in the order in which they are to be applied.
    static func order(_ bytes: UnsafeRawBufferPointer) -> [Place] {
        var places: [Place] = []
        var offset = 0
        while offset < bytes.count {
            let header = bytes.loadUnaligned(fromByteOffset: offset, as: Header.self)
            places.append(Place(at: header.at, sequence: header.sequence, offset: offset))
            offset += header.totalBytes
        }
        places.sort { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
        return places
    }

    static func decode(_ base: UnsafeRawPointer) -> (record: EventRecord, payment: ByteSlice) {
        let header = base.loadUnaligned(as: Header.self)
        var next = base.assumingMemoryBound(to: UInt8.self) + MemoryLayout<Header>.stride
        func text(_ place: Int) -> ByteSlice? {
            let count = header.lengths[place]
            guard count >= 0 else { return nil }
            defer { next += count }
            return ByteSlice(base: next, count: count)
        }
        guard let payment = text(0) else { preconditionFailure("every spilled event names one") }
        var record = EventRecord(at: header.at, type: header.type)
        (record.outcome, record.currency, record.amount) =
            (header.outcome, header.currency, header.amount)
        (record.file, record.line, record.hash) = (header.file, header.line, header.hash)
        record.payment = payment
        record.client = text(1)
        record.attempt = text(2)
        record.method = text(3)
        record.errorCode = text(4)
        record.errorMessage = text(5)
        record.id = text(6)
        return (record, payment)
    }
}
