internal import Payments

/// How an event is in a temporary file: a head of fixed size, then its parts in the order in which
/// `EventRecord.visit` names them, filled up to whole words. Never read by another process.
package struct EncodedEvent: BitwiseCopyable {
    package let at: Int64
    let hash: UInt64
    /// The input in the upper 24 bits, the line in the lower 40.
    let location: UInt64
    /// The whole size in bytes, with the head.
    package let bytes: UInt32
    let type: EventType

    private static var headBytes: Int { MemoryLayout<EncodedEvent>.stride }

    /// The size of an event, in whole words.
    package static func size(of record: UnsafePointer<EventRecord>) -> Int {
        var sizer = PartSizer(bytes: headBytes)
        var copy = record.pointee
        copy.visit(&sizer)
        return (sizer.bytes + 7) & ~7
    }

    /// Writes an event of this size, with `line` as its line in the file.
    package static func write(
        _ record: UnsafePointer<EventRecord>, line: Int, size: Int,
        to target: UnsafeMutableRawPointer
    ) {
        var copy = record.pointee
        let head = EncodedEvent(
            at: copy.at.nanoseconds, hash: copy.hash,
            location: UInt64(copy.file) << 40 | UInt64(line), bytes: UInt32(size), type: copy.type)
        target.storeBytes(of: head, as: EncodedEvent.self)
        var writer = PartWriter(next: target + headBytes)
        copy.visit(&writer)
    }

    /// Reads the event at `base` into `record`, whose texts are then there.
    package static func read(
        _ base: UnsafeRawPointer, into record: UnsafeMutablePointer<EventRecord>
    ) -> EncodedEvent {
        let head = base.loadUnaligned(as: EncodedEvent.self)
        var event = EventRecord(
            at: Timestamp(nanoseconds: head.at), hash: head.hash, payment: .empty,
            line: Int(head.location & 0xFF_FFFF_FFFF), file: Int32(head.location >> 40),
            payload: .empty(head.type))
        var reader = PartReader(next: base + headBytes)
        event.visit(&reader)
        record.initialize(to: event)
        return head
    }
}

/// What goes through the parts of an event, so that writing and reading share one list of parts. Each call
/// returns the part, or what was read instead of it.
protocol PartVisitor {
    mutating func optional(_ text: ByteSlice?) -> ByteSlice?
    mutating func value<Value: BitwiseCopyable>(_ value: Value) -> Value
}

extension PartVisitor {
    @inline(__always)
    mutating func text(_ text: ByteSlice) -> ByteSlice { optional(text) ?? .empty }
}

private let noText = UInt32.max

private struct PartSizer: PartVisitor {
    var bytes: Int

    @inline(__always)
    mutating func optional(_ text: ByteSlice?) -> ByteSlice? {
        bytes += MemoryLayout<UInt32>.size + (text?.count ?? 0)
        return text
    }

    @inline(__always)
    mutating func value<Value: BitwiseCopyable>(_ value: Value) -> Value {
        bytes += MemoryLayout<Value>.size
        return value
    }
}

private struct PartWriter: PartVisitor {
    var next: UnsafeMutableRawPointer

    @inline(__always)
    mutating func optional(_ text: ByteSlice?) -> ByteSlice? {
        // An event's size is limited, so that its texts fit.
        next.storeBytes(of: text.map { UInt32($0.count) } ?? noText, as: UInt32.self)
        next += MemoryLayout<UInt32>.size
        guard let text, text.count > 0 else { return text }
        Memory.copy(text.base, to: next.assumingMemoryBound(to: UInt8.self), text.count)
        next += text.count
        return text
    }

    @inline(__always)
    mutating func value<Value: BitwiseCopyable>(_ value: Value) -> Value {
        next.storeBytes(of: value, as: Value.self)
        next += MemoryLayout<Value>.size
        return value
    }
}

private struct PartReader: PartVisitor {
    var next: UnsafeRawPointer

    @inline(__always)
    mutating func optional(_ text: ByteSlice?) -> ByteSlice? {
        let count = next.loadUnaligned(as: UInt32.self)
        next += MemoryLayout<UInt32>.size
        guard count != noText else { return nil }
        defer { next += Int(count) }
        return ByteSlice(base: next.assumingMemoryBound(to: UInt8.self), count: Int(count))
    }

    @inline(__always)
    mutating func value<Value: BitwiseCopyable>(_ value: Value) -> Value {
        defer { next += MemoryLayout<Value>.size }
        return next.loadUnaligned(as: Value.self)
    }
}
