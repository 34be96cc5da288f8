/// The events that wait to be written, by the millisecond: a hierarchical timing wheel.
///
/// A time is a number with digits of six bits. An event waits at the highest level whose digit of its
/// time differs from that of now, in the slot of that digit; so the lowest level that is not empty
/// holds the next event, in its first slot. When the time of a slot comes, its events move to lower
/// levels. Events with the same time stay in the order in which they came.
struct TimingWheel {
    private var nodes: [Node] = []
    /// The nodes that are free, linked like the events of a slot.
    private var firstFree = Node.none
    /// The events of each slot, level by level.
    private var slots = [Slot](repeating: Slot(), count: levelCount * slotCount)
    /// A bit for each slot of a level that is not empty.
    private var occupied = [UInt64](repeating: 0, count: levelCount)
    /// A bit for each level that is not empty.
    private var levels: UInt64 = 0
    private var now: UInt64 = 0

    private struct Node {
        static let none = UInt32.max
        var event: ScheduledEvent
        var next: UInt32
    }

    private struct Slot {
        var first = Node.none
        var last = Node.none
    }

    private static let digitBits: UInt64 = 6
    private static let slotCount = 64
    /// As many as 64 bits have digits.
    private static let levelCount = 11

    init() {
        nodes.reserveCapacity(1024)
    }

    /// Adds an event, which is due no earlier than what was taken out, or looked for, before.
    ///
    /// - Complexity: O(1)
    mutating func push(_ event: ScheduledEvent) {
        let node = firstFree
        if node == Node.none {
            nodes.append(Node(event: event, next: Node.none))
            return link(UInt32(nodes.count - 1))
        }
        firstFree = nodes[Int(node)].next
        nodes[Int(node)].event = event
        link(node)
    }

    /// Takes out the next event if it is due by `limit`.
    ///
    /// - Complexity: O(1) for an event, with all its moves from level to level.
    mutating func pop(dueBy limit: Int64) -> ScheduledEvent? {
        while levels != 0 {
            let level = levels.trailingZeroBitCount
            let digit = UInt64(occupied[level].trailingZeroBitCount)
            let shift = UInt64(level) * Self.digitBits
            let above = now >> shift & ~63
            let start = (above | digit) << shift
            guard start <= UInt64(limit) else { return nil }
            now = start
            if level == 0 { return takeFirst(of: digit) }
            moveDown(level, digit)
        }
        return nil
    }

    /// Puts a node at the end of the slot that its event belongs to.
    @inline(__always)
    private mutating func link(_ node: UInt32) {
        let due = UInt64(nodes[Int(node)].event.dueMilliseconds)
        nodes[Int(node)].next = Node.none
        let highestBit = 63 - ((due ^ now) | 1).leadingZeroBitCount
        let level = UInt64(highestBit) / Self.digitBits
        let digit = due >> (level * Self.digitBits) & 63
        let slot = Int(level) * Self.slotCount + Int(digit)
        let last = slots[slot].last
        slots[slot].last = node
        if last == Node.none { slots[slot].first = node } else { nodes[Int(last)].next = node }
        occupied[Int(level)] |= 1 << digit
        levels |= 1 << level
    }

    /// Empties a slot whose time has come; its events go to levels below.
    private mutating func moveDown(_ level: Int, _ digit: UInt64) {
        let slot = level * Self.slotCount + Int(digit)
        var node = slots[slot].first
        clear(level, digit)
        while node != Node.none {
            let next = nodes[Int(node)].next
            link(node)
            node = next
        }
    }

    /// Takes out the first event of a slot of the lowest level, which is not empty.
    @inline(__always)
    private mutating func takeFirst(of digit: UInt64) -> ScheduledEvent {
        let node = slots[Int(digit)].first
        let next = nodes[Int(node)].next
        if next == Node.none { clear(0, digit) } else { slots[Int(digit)].first = next }
        nodes[Int(node)].next = firstFree
        firstFree = node
        return nodes[Int(node)].event
    }

    @inline(__always)
    private mutating func clear(_ level: Int, _ digit: UInt64) {
        slots[level * Self.slotCount + Int(digit)] = Slot()
        occupied[level] &= ~(1 << digit)
        if occupied[level] == 0 { levels &= ~(1 << UInt64(level)) }
    }
}
