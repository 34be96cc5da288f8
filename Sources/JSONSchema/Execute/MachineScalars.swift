import Documents
import SourceText

extension Machine {
    /// Checks a string. What is opaque is known only later, and passes.
    mutating func executeString(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        if view.isOpaque(record) { return true }
        let text = view.text(record)
        switch instruction {
        case .minLength(let length): return CodePoints.isCount(of: text, atLeast: length)
        case .maxLength(let length):
            return length == Int.max || !CodePoints.isCount(of: text, atLeast: length + 1)
        case .pattern(let pattern): return matches(pattern, text, index)
        case .format(let format): return format.accepts(text)
        case .oneOfNames(let table): return find(text, in: table) >= 0
        default: return false
        }
    }

    /// Whether a pattern matches; the run is given up if that takes too long to find out.
    mutating func matches(
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
    @inline(__always)
    func find(_ text: UnsafeBufferPointer<UInt8>, in table: NameTable) -> Int {
        if table.mask < 0 { return -1 }
        let bytes = UnsafeRawBufferPointer(text)
        let hash = NameHash.of(bytes, seed: flat.seed)
        let mask = Int(table.mask)
        var position = Int(hash) & mask
        while true {
            let slot = flat.slots[Int(table.slots) + position]
            if slot.value < 0 { return -1 }
            if slot.hash == hash, isText(slot.text, bytes) { return Int(slot.value) }
            position = (position + 1) & mask
        }
    }

    @inline(__always)
    private func isText(_ range: TextRange, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let count = bytes.count
        guard Int(range.count) == count else { return false }
        let start = Int(range.start)
        var offset = 0
        while offset + 8 <= count {
            let name = flat.bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
            let text = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if name != text { return false }
            offset += 8
        }
        while offset < count {
            if flat.bytes[start + offset] != bytes[offset] { return false }
            offset += 1
        }
        return true
    }
}

extension Code {
    /// Checks a number by its literal.
    func accepts(_ literal: UnsafeBufferPointer<UInt8>, _ instruction: Instruction) -> Bool {
        guard let number = Number(literal: literal) else { return false }
        switch instruction {
        case .minimum(let bound): return number >= program.numbers[Int(bound)]
        case .exclusiveMinimum(let bound): return number > program.numbers[Int(bound)]
        case .maximum(let bound): return number <= program.numbers[Int(bound)]
        case .exclusiveMaximum(let bound): return number < program.numbers[Int(bound)]
        case .multipleOf(let divisor):
            return number.isMultiple(of: program.numbers[Int(divisor)])
        default: return false
        }
    }
}

/// Lengths in code points.
enum CodePoints {
    /// Whether `text`, which is UTF-8, has at least `length` code points.
    static func isCount(of text: UnsafeBufferPointer<UInt8>, atLeast length: Int) -> Bool {
        if text.count < length { return false }
        if text.count / 4 >= length { return true }
        return count(text) >= length
    }

    static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in text where !UTF8Bytes.isContinuation(byte) { count += 1 }
        return count
    }
}
