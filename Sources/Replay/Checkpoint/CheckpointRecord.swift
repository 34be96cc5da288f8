internal import Events

/// What a checkpoint consists of: small records, each a tag, the size of its content in bytes, and the
/// content. A payment is followed by its attempts, its anomalies and its steps, in their orders.
enum CheckpointTag: UInt8 {
    case payment = 1
    case attempt
    case anomaly
    case step
}

/// A record in a file.
struct CheckpointRecord {
    let tag: CheckpointTag
    let content: UnsafeRawBufferPointer
    /// The whole of it, with tag and size.
    let bytes: ByteSlice

    static let headBytes = 5

    /// The record at the start of `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) throws(ByteReader.Damage) {
        var reader = ByteReader(bytes)
        tag = try reader.value()
        let count = Int(try reader.integer(UInt32.self))
        content = UnsafeRawBufferPointer(try reader.bytes(count).buffer)
        var whole = ByteReader(bytes)
        self.bytes = try whole.bytes(Self.headBytes + count)
    }
}

extension OutputBuffer {
    /// Appends a record whose content `body` appends.
    @inline(__always)
    mutating func append(_ tag: CheckpointTag, _ body: (inout OutputBuffer) -> Void) {
        append(integer: tag.rawValue)
        let start = count
        append(integer: UInt32(0))
        body(&self)
        replace(at: start, UInt32(count - start - MemoryLayout<UInt32>.size))
    }
}
