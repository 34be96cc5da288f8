extension Parser {
    /// A class in brackets.
    mutating func characterClass() throws(PatternError) -> ScalarSet {
        let offset = cursor.offset
        cursor.advance()
        let isNegated = cursor.skip("^")
        var runs: [ClosedRange<UInt32>] = []
        while !cursor.skip("]") {
            guard cursor.next != nil else { throw .unclosedClass(at: offset) }
            runs += try classRuns(ofClassAt: offset)
        }
        let set = folded(ScalarSet(runs))
        return isNegated ? set.complement : set
    }

    /// One member of a class, or a range of them.
    private mutating func classRuns(
        ofClassAt classOffset: Int
    ) throws(PatternError) -> [ClosedRange<UInt32>] {
        let offset = cursor.offset
        let first = try classMember()
        let afterFirst = cursor
        guard cursor.skip("-"), cursor.next != UInt32(ascii: "]") else {
            cursor.rewind(to: afterFirst)
            return first.runs
        }
        guard cursor.next != nil else { throw .unclosedClass(at: classOffset) }
        let last = try classMember()
        guard case .scalar(let low) = first, case .scalar(let high) = last else {
            warn(.rangeWithSet, at: offset)
            return first.runs + [0x2D...0x2D] + last.runs
        }
        guard low <= high else { throw .rangeOutOfOrder(at: offset) }
        return [low...high]
    }

    private enum Member {
        case scalar(UInt32)
        case set(ScalarSet)

        var runs: [ClosedRange<UInt32>] {
            switch self {
            case .scalar(let scalar): [scalar...scalar]
            case .set(let set): set.runs
            }
        }
    }

    private mutating func classMember() throws(PatternError) -> Member {
        let offset = cursor.offset
        guard let next = cursor.next else { throw .loneBackslash(at: offset) }
        cursor.advance()
        guard next == UInt32(ascii: "\\") else { return .scalar(next) }
        if let set = try setEscape(from: offset) { return .set(set) }
        if cursor.skip("b") { return .scalar(0x08) }
        if cursor.skip("-") { return .scalar(UInt32(ascii: "-")) }
        return .scalar(try scalarEscape(from: offset))
    }
}
