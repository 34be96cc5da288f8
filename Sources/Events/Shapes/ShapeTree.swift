internal import Payments

/// The shapes of the events that came so far. Most events of a stream have one of a few shapes: the
/// same keys in the same order with the same white space. An event of a known shape is read by
/// comparing what is between its values, which is several times faster than scanning it.
///
/// A shape is a path of the tree: each node is a literal, then a value. What is not exactly like that is
/// left to the scanner, which decides what is right; so is every value that is not plain.
struct ShapeTree: ~Copyable {
    /// A literal with the value after it.
    struct Node: BitwiseCopyable {
        /// The first sixteen bytes of the literal, and which of them count.
        let head: (UInt64, UInt64)
        let headMask: UInt32
        let literal: ByteSlice
        let value: ShapeValue
        /// Where the text of the value goes to.
        let slot: UInt8
        /// The first node after the value, and the next alternative to this one; −1 for none.
        var child: Int32
        var sibling: Int32
        /// Of the shape that ends here, if no value follows.
        let leaf: ShapeLeaf
    }

    private var nodes = GrowingBuffer<Node>(capacity: 64)
    private let literals = ScratchArena(chunkBytes: 1 << 14)
    private var root: Int32 = -1
    private var triesLeft = Self.mostTries

    /// Beyond this a stream has no shapes to speak of.
    private static let mostNodes = 1024
    private static let mostSiblings = 12
    private static let mostTries = 512

    /// Whether it is worth learning more.
    var learns: Bool { triesLeft > 0 && nodes.count < Self.mostNodes }

    /// Reads the event at `start` into `texts`, by slot.
    ///
    /// - Returns: its shape and where the next line begins; nil if it has none that is known.
    @inline(__always)
    func match(
        _ start: UnsafePointer<UInt8>, into texts: UnsafeMutablePointer<ScannedField>
    ) -> (leaf: ShapeLeaf, next: UnsafePointer<UInt8>)? {
        var position = start
        var candidate = root
        let nodes = nodes.base
        while candidate >= 0 {
            let node = nodes + Int(candidate)
            guard Self.matches(node, position) else {
                candidate = node.pointee.sibling
                continue
            }
            position += node.pointee.literal.count
            let value = position
            switch node.pointee.value {
            case .string:
                guard PlainText.skipString(&position) else { return nil }
                texts[Int(node.pointee.slot)] = .plain(
                    ByteSlice(base: value, count: position - value))
            case .time:
                guard Self.skipTime(&position) else { return nil }
                texts[Int(node.pointee.slot)] = .plain(
                    ByteSlice(base: value, count: position - value))
            case .number:
                guard PlainText.skipNumber(&position) else { return nil }
                texts[Int(node.pointee.slot)] = .number(
                    ByteSlice(base: value, count: position - value))
            case .none: return (node.pointee.leaf, position)
            }
            candidate = node.pointee.child
        }
        return nil
    }

    @inline(__always)
    private static func matches(
        _ node: UnsafeMutablePointer<Node>, _ position: UnsafePointer<UInt8>
    ) -> Bool {
        guard Memory.equalBits(position, node) & node.pointee.headMask == node.pointee.headMask
        else { return false }
        return node.pointee.literal.count <= 16
            || Memory.startsWith(position, node.pointee.literal, from: 16)
    }

    /// Skips a time of a usual length. What is in it need not be looked at: no text is a time that is
    /// not plain.
    @inline(__always)
    private static func skipTime(_ position: inout UnsafePointer<UInt8>) -> Bool {
        // In this order: anything may follow a short one.
        if position[20] == UInt8(ascii: "\"") {
            position += 20
            return true
        }
        if position[24] == UInt8(ascii: "\"") {
            position += 24
            return true
        }
        return PlainText.skipString(&position)
    }

    /// Learns the shape of a valid event, which is a whole line with its line feed.
    mutating func learn(_ line: ByteSlice, _ record: UnsafePointer<EventRecord>) {
        triesLeft -= 1
        var reader = ShapeLearner(line, record)
        guard let shape = reader.read() else { return }
        var parent: Int32 = -1
        for segment in shape.segments {
            guard let node = findOrAdd(segment, shape.leaf, below: parent) else { return }
            parent = node
        }
    }

    private mutating func findOrAdd(
        _ segment: ShapeSegment, _ leaf: ShapeLeaf, below parent: Int32
    ) -> Int32? {
        var last: Int32 = -1
        var current = parent < 0 ? root : nodes[Int(parent)].child
        var siblings = 0
        while current >= 0 {
            let node = nodes[Int(current)]
            if node.literal == segment.literal, node.value == segment.value,
                node.slot == segment.slot
            {
                return current
            }
            (last, current, siblings) = (current, node.sibling, siblings + 1)
        }
        guard siblings < Self.mostSiblings, nodes.count < Self.mostNodes else { return nil }
        let new = Int32(nodes.count)
        let literal = literals.copy(segment.literal)
        nodes.append(
            Node(
                head: (literal.word(at: 0), literal.word(at: 8)),
                headMask: ~(UInt32.max << UInt32(min(16, literal.count))), literal: literal,
                value: segment.value, slot: segment.slot, child: -1, sibling: -1,
                leaf: leaf))
        if last >= 0 {
            nodes[Int(last)].sibling = new
        } else if parent >= 0 {
            nodes[Int(parent)].child = new
        } else {
            root = new
        }
        return new
    }
}
