/// Finds what a name means by its length and two words, which are worked out once for all names. At most a
/// few dozen names.
final class NameLookup<Value: BitwiseCopyable>: @unchecked Sendable {
    // Unchecked, since nothing changes once it is made.

    private struct Slot: BitwiseCopyable {
        let name: ByteSlice
        let words: Words
        let value: Value?
    }

    /// The first and the last eight bytes, which overlap in a short name and are the same in one of fewer.
    private struct Words: BitwiseCopyable {
        let first: UInt64
        let last: UInt64

        /// - Precondition: `name` is not empty.
        @inline(__always)
        init(_ name: ByteSlice) {
            guard name.count >= 8 else {
                first = name.word(at: 0).littleEndian & (.max >> UInt64(64 - name.count * 8))
                last = first
                return
            }
            first = name.word(at: 0).littleEndian
            last = name.word(at: name.count - 8).littleEndian
        }

        @inline(__always)
        var slot: Int {
            let mixed = (first &+ last &* 31) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed >> 58)
        }
    }

    private let slots: UnsafeMutablePointer<Slot>
    private let arena = ScratchArena(chunkBytes: 1 << 10)
    private static var count: Int { 64 }

    init(_ names: [(StaticString, Value)]) {
        precondition(names.count < Self.count / 2, "so few that empty slots are met soon")
        slots = .allocate(capacity: Self.count)
        let none = Slot(
            name: .empty, words: Words(ByteSlice(base: ByteSlice.empty.base, count: 1)), value: nil)
        slots.initialize(repeating: none, count: Self.count)
        for (text, value) in names {
            // A copy has padding.
            let name = arena.copy("\(text)")
            let words = Words(name)
            var slot = words.slot
            while slots[slot].value != nil { slot = (slot + 1) % Self.count }
            slots[slot] = Slot(name: name, words: words, value: value)
        }
    }

    deinit {
        slots.deallocate()
    }

    /// What `name` means; nil if it is not in the table.
    @inline(__always)
    subscript(name: ByteSlice) -> Value? {
        guard name.count > 0 else { return nil }
        let words = Words(name)
        var slot = words.slot
        while let value = slots[slot].value {
            if slots[slot].words.first == words.first, slots[slot].words.last == words.last,
                slots[slot].name == name
            {
                return value
            }
            slot = (slot &+ 1) % Self.count
        }
        return nil
    }
}
