/// A hash table of names within the program's flat arrays.
struct NameTable: Sendable, BitwiseCopyable {
    /// Where the table's slots begin.
    var slots: Int32
    /// The number of slots, a power of two, less one; -1 for an empty table.
    var mask: Int32

    static let empty = NameTable(slots: 0, mask: -1)
}

/// One slot of a name table; `value` is -1 where it is free.
struct NameSlot: Sendable, BitwiseCopyable {
    var words: NameWords
    var text: TextRange
    var value: Int32
    /// Tells long names apart: the words hold only their ends.
    var hash: UInt32

    static let free = NameSlot(
        words: NameWords(), text: TextRange(start: 0, count: -1), value: -1, hash: 0)

    /// Whether the slot holds a name of up to 16 bytes.
    @inline(__always)
    func isName(_ name: NameWords, _ count: Int) -> Bool {
        words.first == name.first && words.last == name.last && Int(text.count) == count
    }
}

/// The first and the last eight bytes of a name: with its length, the whole of one of up to 16
/// bytes.
struct NameWords: Sendable, BitwiseCopyable {
    var first: UInt64 = 0
    var last: UInt64 = 0

    init() {}

    /// - Parameter end: the end of the memory around the bytes, so that whole words may be read
    ///   where there is enough of it.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer, _ count: Int, end: UnsafeRawPointer) {
        if bytes + 8 <= end {
            let word = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
            let bits = UInt64(truncatingIfNeeded: count &* 8)
            first = word & (count >= 8 ? UInt64.max : (1 &<< bits) &- 1)
            let tail = (bytes + (max(count, 8) &- 8)).loadUnaligned(as: UInt64.self)
            last = count > 8 ? UInt64(littleEndian: tail) : 0
        } else {
            first = NameWords.short(bytes, count)
        }
    }

    /// Fewer than eight bytes, one by one.
    @inline(never)
    private static func short(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in (0..<count).reversed() {
            word = word << 8 | UInt64(bytes.load(fromByteOffset: index, as: UInt8.self))
        }
        return word
    }
}

/// Hashes names. The seed differs from run to run, so that no schema can choose names that collide.
enum NameHash {
    static let seed = UInt64.random(in: 0...UInt64.max)

    /// The hash of a name of up to 16 bytes.
    @inline(__always)
    static func of(_ words: NameWords, _ count: Int, seed: UInt64) -> UInt32 {
        let mixed = mix(words.first ^ seed, words.last ^ factor ^ UInt64(truncatingIfNeeded: count))
        return UInt32(truncatingIfNeeded: mixed)
    }

    /// The hash of a longer name: of all of it, as the words are only its ends.
    static func ofLong(_ bytes: UnsafeRawPointer, _ count: Int, seed: UInt64) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: count)
        var offset = 0
        while offset + 8 <= count {
            let word = (bytes + offset).loadUnaligned(as: UInt64.self)
            hash = mix(hash ^ UInt64(littleEndian: word), factor)
            offset += 8
        }
        let last = (bytes + count - 8).loadUnaligned(as: UInt64.self)
        return UInt32(truncatingIfNeeded: mix(hash ^ UInt64(littleEndian: last), factor))
    }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right | 1)
        return product.high ^ product.low
    }
}

/// A name that is looked for: its bytes, and what is compared instead of them.
struct SoughtName {
    let bytes: UnsafeRawPointer
    let count: Int
    let words: NameWords
    let hash: UInt32

    @inline(__always)
    init(_ bytes: UnsafeRawPointer, _ count: Int, end: UnsafeRawPointer, seed: UInt64) {
        self.bytes = bytes
        self.count = count
        words = NameWords(bytes, count, end: end)
        hash =
            count <= 16
            ? NameHash.of(words, count, seed: seed) : NameHash.ofLong(bytes, count, seed: seed)
    }

    /// Whether a slot holds the name; `texts` are the bytes that slots refer to.
    @inline(__always)
    func isHeld(by slot: NameSlot, _ texts: UnsafeRawPointer) -> Bool {
        guard slot.words.first == words.first, slot.words.last == words.last,
            Int(slot.text.count) == count
        else { return false }
        return count <= 16 || isLongTextHeld(by: slot, texts)
    }

    private func isLongTextHeld(by slot: NameSlot, _ texts: UnsafeRawPointer) -> Bool {
        guard slot.hash == hash else { return false }
        let text = texts + Int(slot.text.start)
        var offset = 8
        while offset + 8 <= count {
            let mine = (bytes + offset).loadUnaligned(as: UInt64.self)
            if (text + offset).loadUnaligned(as: UInt64.self) != mine { return false }
            offset += 8
        }
        return true
    }
}

/// A text in the program's bytes.
struct TextRange: Sendable, BitwiseCopyable {
    var start: Int32
    var count: Int32
}
