internal import CIntrinsics
internal import Events

/// A table from hashes to positions in some other storage, which holds the keys.
///
/// It consists of cache lines of eight slots, which are all looked at at once: how many of them would
/// have to be tried one after the other cannot be guessed. A full line goes on in the next one.
struct HashSlots: ~Copyable {
    /// The lower half of a hash, and a position plus one; 0 is an empty slot.
    private struct Slot {
        var tag: UInt32
        var positionPlusOne: UInt32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var lineMask: Int
    private var count = 0

    private static let lineSlots = 8

    /// - Parameter capacity: a power of two.
    init(capacity: Int = 256) {
        let capacity = max(Self.lineSlots, capacity)
        lineMask = capacity / Self.lineSlots - 1
        slots = Self.allocate(capacity)
    }

    deinit {
        slots.deallocate()
    }

    private var capacity: Int { (lineMask + 1) * Self.lineSlots }

    /// The memory that it has taken.
    var allocatedBytes: Int { capacity * MemoryLayout<Slot>.stride }

    /// The position that was inserted with `hash` and for which `matches` holds.
    @inline(__always)
    func find(_ hash: UInt64, matches: (Int) -> Bool) -> Int? {
        let tag = UInt32(truncatingIfNeeded: hash)
        var line = Int(tag) & lineMask
        while true {
            let bits = bits(line, tag)
            var same = bits.same & ~bits.empty
            while same != 0 {
                let position = position(line, same.trailingZeroBitCount)
                if matches(position) { return position }
                same &= same &- 1
            }
            if bits.empty != 0 { return nil }
            line = (line &+ 1) & lineMask
        }
    }

    /// A position that was inserted with a hash of the same lower half; nil if there is none where looking
    /// for it begins.
    @inline(__always)
    func guess(_ hash: UInt64) -> Int? {
        let tag = UInt32(truncatingIfNeeded: hash)
        let line = Int(tag) & lineMask
        let bits = bits(line, tag)
        let same = bits.same & ~bits.empty
        return same == 0 ? nil : position(line, same.trailingZeroBitCount)
    }

    /// Asks for the slots at which looking for `hash` begins.
    @inline(__always)
    func prefetch(_ hash: UInt64) {
        Memory.prefetch(pointer(Int(UInt32(truncatingIfNeeded: hash)) & lineMask))
    }

    /// Adds a position that is not there yet. Positions are less than 2³² − 1.
    @inline(__always)
    mutating func insert(_ hash: UInt64, _ position: Int) {
        if count * 4 >= capacity * 3 { grow() }
        count += 1
        store(Slot(tag: UInt32(truncatingIfNeeded: hash), positionPlusOne: UInt32(position + 1)))
    }

    // MARK: Lines

    @inline(__always)
    private func pointer(_ line: Int) -> UnsafeMutablePointer<Slot> {
        slots + line &* Self.lineSlots
    }

    @inline(__always)
    private func bits(_ line: Int, _ tag: UInt32) -> intrinsics_slot_bits {
        intrinsics_slots(pointer(line), tag)
    }

    @inline(__always)
    private func position(_ line: Int, _ slot: Int) -> Int {
        Int(pointer(line)[slot].positionPlusOne) &- 1
    }

    @inline(__always)
    private func store(_ slot: Slot) {
        var line = Int(slot.tag) & lineMask
        while true {
            let empty = bits(line, slot.tag).empty
            if empty != 0 {
                pointer(line)[empty.trailingZeroBitCount] = slot
                return
            }
            line = (line &+ 1) & lineMask
        }
    }

    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
        let memory = Memory.allocateTable(bytes: capacity * MemoryLayout<Slot>.stride)
        let slots = memory.bindMemory(to: Slot.self, capacity: capacity)
        slots.initialize(repeating: Slot(tag: 0, positionPlusOne: 0), count: capacity)
        return slots
    }

    @inline(never)
    private mutating func grow() {
        let (old, oldCapacity) = (slots, capacity)
        lineMask = lineMask * 2 + 1
        slots = Self.allocate(capacity)
        for index in 0..<oldCapacity where old[index].positionPlusOne != 0 { store(old[index]) }
        old.deallocate()
    }
}
