/// An open-addressing table from hashes to positions in some other storage, which holds the keys.
struct HashSlots: ~Copyable {
    /// The upper bits of a hash, and a position plus one; 0 is an empty slot.
    private struct Slot {
        var tag: UInt32
        var positionPlusOne: UInt32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var count = 0

    init(capacity: Int = 1024) {
        mask = capacity - 1
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(tag: 0, positionPlusOne: 0), count: capacity)
    }

    deinit {
        slots.deallocate()
    }

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

    /// Adds a position that is not there yet. Positions are less than 2³² − 1.
    @inline(__always)
    mutating func insert(_ hash: UInt64, _ position: Int) {
        if count * 2 > mask { grow() }
        count += 1
        place(Slot(tag: UInt32(truncatingIfNeeded: hash), positionPlusOne: UInt32(position + 1)))
    }

    @inline(__always)
    private func place(_ slot: Slot) {
        var index = Int(slot.tag) & mask
        while slots[index].positionPlusOne != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    @inline(never)
    private mutating func grow() {
        let old = slots
        let oldCapacity = mask + 1
        mask = oldCapacity * 2 - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(tag: 0, positionPlusOne: 0), count: mask + 1)
        for index in 0..<oldCapacity where old[index].positionPlusOne != 0 { place(old[index]) }
        old.deallocate()
    }
}
