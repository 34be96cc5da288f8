import Documents
import SourceText

extension Machine {
    /// Whether a pattern matches; the run is given up if that takes too long to find out.
    @inline(__always)
    mutating func matches(
        _ pattern: Int32, _ text: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> Bool {
        let known = flat.patterns[Int(pattern)].matches(
            text, texts: flat.texts, tables: flat.tables)
        return known ?? matchesGenerally(pattern, text, index)
    }

    /// The same for any pattern and any text.
    mutating func matchesGenerally(
        _ pattern: Int32, _ text: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> Bool {
        do {
            return try code.program.patterns[Int(pattern)].matches(text)
        } catch {
            abort(.pattern(pattern, node: index))
            return false
        }
    }

    /// The value under a name of the table, -1 if it is not there.
    func find(_ text: UnsafeBufferPointer<UInt8>, in table: NameTable) -> Int {
        if table.mask < 0 { return -1 }
        let bytes = text.baseAddress.map { UnsafeRawPointer($0) } ?? flat.texts
        let name = SoughtName(bytes, text.count, end: bytes + text.count, seed: flat.seed)
        return find(name, in: table)
    }

    /// The value under the name that a string spells, -1 if it is not there.
    @inline(__always)
    mutating func find(_ node: UnsafePointer<NodeRecord>, in table: NameTable) -> Int {
        if table.mask < 0 { return -1 }
        let count = Int(node.pointee.length)
        if count > 16 { return findLong(node, in: table) }
        let words = view.words(node)
        let mask = Int(table.mask)
        let slots = flat.slots + Int(table.slots)
        var position = Int(NameHash.of(words, count, seed: flat.seed)) & mask
        while slots[position].value >= 0 {
            if slots[position].isName(words, count) { return Int(slots[position].value) }
            position = (position &+ 1) & mask
        }
        return -1
    }

    @inline(never)
    private mutating func findLong(
        _ node: UnsafePointer<NodeRecord>, in table: NameTable
    ) -> Int {
        find(view.text(node.pointee), in: table)
    }

    private func find(_ name: SoughtName, in table: NameTable) -> Int {
        let mask = Int(table.mask)
        let slots = flat.slots + Int(table.slots)
        var position = Int(name.hash) & mask
        while slots[position].value >= 0 {
            if name.isHeld(by: slots[position], flat.texts) { return Int(slots[position].value) }
            position = (position &+ 1) & mask
        }
        return -1
    }
}

/// Lengths in code points.
enum CodePoints {
    static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in text where !UTF8Bytes.isContinuation(byte) { count += 1 }
        return count
    }
}
