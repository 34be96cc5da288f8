internal import Events
internal import Payments

/// How keys hold the identifiers of attempts: up to seven bytes in the key itself, with their
/// number above them; longer ones in an arena, where the key points to.
enum AttemptText {
    private static let longestInline = 7
    /// What any identifier needs at most as a JSON string: 128 scalars of four bytes each do, or
    /// as many quotes as two bytes each.
    static let mostBytes = 1024
    private static let pointerMark: UInt64 = 0xFF << 56

    /// The bytes of a short identifier that needs no escapes, as they are in memory, and their number.
    @inline(__always)
    static func plain(_ key: AttemptKey) -> (bytes: UInt64, count: Int)? {
        let count = key.rawValue >> 56
        guard count <= UInt64(longestInline) else { return nil }
        // Spaces follow them, which need no escapes either.
        let bytes = key.rawValue & ~(0xFF << 56) | 0x2020_2020_2020_2020 << (count * 8)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (quotes, backslashes) = (bytes ^ ones &* 0x22, bytes ^ ones &* 0x5C)
        // The highest bit of each byte that is below 0x20, a quote or a backslash.
        let stops =
            (bytes &- ones &* 0x20) & ~bytes | (quotes &- ones) & ~quotes
            | (backslashes &- ones) & ~backslashes
        return stops & (ones &* 0x80) == 0 ? (bytes.littleEndian, Int(count)) : nil
    }

    /// The key of a short identifier, nil for a longer one.
    @inline(__always)
    static func inlineKey(_ text: ByteSlice) -> AttemptKey? {
        guard text.count <= longestInline else { return nil }
        let count = UInt64(truncatingIfNeeded: text.count)
        let bytes = text.word(at: 0).littleEndian & ~(UInt64.max &<< (count &* 8))
        return AttemptKey(rawValue: bytes | count &<< 56)
    }

    /// A key of its own for a longer identifier, whose text it copies to `arena`.
    static func makeKey(_ text: ByteSlice, in arena: ScratchArena) -> AttemptKey {
        let start = arena.reserve(2 + text.count)
        UnsafeMutableRawPointer(start)
            .storeBytes(of: UInt16(truncatingIfNeeded: text.count), as: UInt16.self)
        (start + 2).update(from: text.base, count: text.count)
        // Addresses of user space have at most 56 bits.
        return AttemptKey(rawValue: UInt64(UInt(bitPattern: start)) | pointerMark)
    }

    /// The text of a longer identifier, nil for a short one.
    @inline(__always)
    static func stored(_ key: AttemptKey) -> ByteSlice? {
        guard key.rawValue >= pointerMark,
            let base = UnsafePointer<UInt8>(bitPattern: UInt(key.rawValue & ~pointerMark))
        else { return nil }
        let count = UnsafeRawPointer(base).loadUnaligned(as: UInt16.self)
        return ByteSlice(base: base + 2, count: Int(count))
    }

    /// Calls `body` with the identifier of `key`.
    @inline(__always)
    static func withText<Result>(_ key: AttemptKey, _ body: (ByteSlice) -> Result) -> Result {
        if let text = stored(key) { return body(text) }
        // With as many bytes after it as a read in large steps may touch.
        var bytes = InlineArray<9, UInt64>(repeating: 0)
        bytes[0] = key.rawValue.littleEndian
        let count = Int(key.rawValue >> 56)
        return withUnsafeBytes(of: &bytes) { raw in
            guard let base = raw.baseAddress else { return body(.empty) }
            return body(
                ByteSlice(base: base.assumingMemoryBound(to: UInt8.self), count: count))
        }
    }
}

/// The keys of the attempts of one payment that has many of them with long identifiers.
struct AttemptIndex: ~Copyable {
    private var slots = HashSlots(capacity: 64)
    private var keys = GrowingBuffer<AttemptKey>()

    /// What a key takes, at the worst.
    static let keyBytes = 48

    func find(_ text: ByteSlice, _ hash: UInt64) -> AttemptKey? {
        slots.find(hash) { AttemptText.stored(keys[$0]).map { $0 == text } ?? false }
            .map { keys[$0] }
    }

    mutating func insert(_ key: AttemptKey, _ hash: UInt64) {
        slots.insert(hash, keys.count)
        keys.append(key)
    }
}
