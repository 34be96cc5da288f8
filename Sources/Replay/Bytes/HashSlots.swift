/// An open-addressing table from hashes to positions in some other storage, which holds the keys.
struct HashSlots: ~Copyable {
    /// The lower half of a hash, and a position plus one; 0 is an empty slot.
    private struct Slot {
        var tag: UInt32
        var positionPlusOne: UInt32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var count = 0

    init(capacity: Int = 256) {
        mask = capacity - 1
        slots = Self.allocate(capacity)
    }

    deinit {
        slots.deallocate()
    }

    /// The memory that it has taken.
    var allocatedBytes: Int { (mask + 1) * MemoryLayout<Slot>.stride }

    /// The position that was inserted with `hash` and for which `matches` holds.
    @inline(__always)
    func find(_ hash: UInt64, matches: (Int) -> Bool) -> Int? {
        let tag = UInt32(truncatingIfNeeded: hash)
        var index = Int(tag) & mask
        while true {
            let slot = slots[index]
            if slot.positionPlusOne == 0 { return nil }
            if slot.tag == tag, matches(Int(slot.positionPlusOne) - 1) {
                return Int(slot.positionPlusOne) - 1
            }
            index = (index + 1) & mask
        }
    }

    /// The first position that was inserted with a hash of the same lower half; nil if there is none.
    @inline(__always)
    func first(_ hash: UInt64) -> Int? {
        let tag = UInt32(truncatingIfNeeded: hash)
        var index = Int(tag) & mask
        while true {
            let slot = slots[index]
            if slot.positionPlusOne == 0 { return nil }
            if slot.tag == tag { return Int(slot.positionPlusOne) - 1 }
            index = (index + 1) & mask
        }
    }

    /// Asks for the slot at which looking for `hash` begins.
    @inline(__always)
    func prefetch(_ hash: UInt64) {
        Memory.prefetch(slots + (Int(UInt32(truncatingIfNeeded: hash)) & mask))
    }

    /// Adds a position that is not there yet. Positions are less than 2³² − 1.
    @inline(__always)
    mutating func insert(_ hash: UInt64, _ position: Int) {
        if count * 4 > mask * 3 { grow() }
        count += 1
        place(Slot(tag: UInt32(truncatingIfNeeded: hash), positionPlusOne: UInt32(position + 1)))
    }

    @inline(__always)
    private func place(_ slot: Slot) {
        var index = Int(slot.tag) & mask
        while slots[index].positionPlusOne != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
        let memory = Memory.allocateTable(bytes: capacity * MemoryLayout<Slot>.stride)
        let slots = memory.bindMemory(to: Slot.self, capacity: capacity)
        slots.initialize(repeating: Slot(tag: 0, positionPlusOne: 0), count: capacity)
        return slots
    }

    @inline(never)
    private mutating func grow() {
        let old = slots
        let oldCapacity = mask + 1
        mask = oldCapacity * 2 - 1
        slots = Self.allocate(mask + 1)
        for index in 0..<oldCapacity where old[index].positionPlusOne != 0 { place(old[index]) }
        old.deallocate()
    }
}
