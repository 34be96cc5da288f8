/// A pattern as the hot loop matches it, without reference counting. It decides about texts of
/// ASCII only.
struct FlatPattern: Sendable, BitwiseCopyable {
    enum Form: UInt8, Sendable, BitwiseCopyable {
        /// To be matched by the general matcher.
        case general
        /// A text at both ends, at the start, at the end, or anywhere.
        case whole, prefix, suffix, infix
        case run
        case table
    }

    var form = Form.general
    /// A literal text, in the fused program's bytes.
    var text = TextRange(start: 0, count: 0)
    /// The bytes of a run, a bit each.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var minimum = 0
    var maximum = 0
    /// Where 128 columns begin in the fused program's tables; the transitions follow them.
    var table: Int32 = 0
    var columnCount: Int32 = 0

    /// Whether the text matches; nil if that is not known, as it is not ASCII or the pattern is not
    /// simple.
    @inline(__always)
    func matches(
        _ subject: UnsafeBufferPointer<UInt8>, texts: UnsafeRawPointer,
        tables: UnsafePointer<UInt32>
    ) -> Bool? {
        switch form {
        case .general: return nil
        case .table: return matchesTable(subject, tables + Int(table))
        case .run: return matchesRun(subject)
        default: return matchesText(subject, texts + Int(text.start))
        }
    }

    @inline(__always)
    private func matchesTable(
        _ subject: UnsafeBufferPointer<UInt8>, _ columns: UnsafePointer<UInt32>
    ) -> Bool? {
        let transitions = columns + 128
        let failed = Int(columnCount)
        var state = 2 &* failed
        for byte in subject {
            if byte >= 0x80 { return nil }
            state = Int(transitions[state &+ Int(columns[Int(byte)])])
            if state <= failed { return state == 0 }
        }
        return transitions[state &+ failed &- 1] == 0
    }

    @inline(__always)
    private func matchesRun(_ subject: UnsafeBufferPointer<UInt8>) -> Bool? {
        for byte in subject {
            if byte >= 0x80 { return nil }
            let word = byte < 64 ? low : high
            if word &>> UInt64(byte & 63) & 1 == 0 { return false }
        }
        return subject.count >= minimum && subject.count <= maximum
    }

    private func matchesText(
        _ subject: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeRawPointer
    ) -> Bool {
        let count = Int(text.count)
        let last = subject.count - count
        if last < 0 || form == .whole && last > 0 { return false }
        guard count > 0, let bytes = UnsafeRawPointer(subject.baseAddress) else { return true }
        switch form {
        case .suffix: return BytesEqual.at(bytes + last, wanted, count)
        case .infix: return (0...last).contains { BytesEqual.at(bytes + $0, wanted, count) }
        default: return BytesEqual.at(bytes, wanted, count)
        }
    }
}

/// Compares bytes.
enum BytesEqual {
    @inline(__always)
    static func at(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
        var offset = 0
        while offset &+ 8 <= count {
            let word = (left + offset).loadUnaligned(as: UInt64.self)
            if word != (right + offset).loadUnaligned(as: UInt64.self) { return false }
            offset &+= 8
        }
        while offset < count {
            let byte = left.load(fromByteOffset: offset, as: UInt8.self)
            if byte != right.load(fromByteOffset: offset, as: UInt8.self) { return false }
            offset &+= 1
        }
        return true
    }
}
