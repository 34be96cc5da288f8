import RegularExpressions

extension Fusion {
    mutating func fusePatterns() {
        result.bytes = program.bytes
        result.patterns = program.patterns.map { flatPattern($0.asciiForm) }
        result.patternEntries = program.patternEntries
        for (index, entry) in program.patternEntries.enumerated() {
            guard let word = prefixWord(program.patterns[Int(entry.pattern)].asciiForm) else {
                continue
            }
            result.patternEntries[index].mask = word.mask
            result.patternEntries[index].word = word.value
        }
    }

    /// A text at the start as part of a name's first word. Names are padded with zeros there.
    private func prefixWord(_ form: ASCIIForm?) -> (mask: UInt64, value: UInt64)? {
        guard case .text(let text, isAtStart: true, isAtEnd: false) = form,
            1...8 ~= text.count, !text.contains(0)
        else { return nil }
        let value = text.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (UInt64.max >> UInt64(64 - text.count * 8), value)
    }

    private mutating func flatPattern(_ form: ASCIIForm?) -> FlatPattern {
        var pattern = FlatPattern()
        switch form {
        case nil: break
        case .text(let text, let isAtStart, let isAtEnd):
            // In ASCII texts, a text beyond ASCII is not found, as it should not be.
            pattern.form =
                isAtStart ? isAtEnd ? .whole : .prefix : isAtEnd ? .suffix : .infix
            pattern.text = TextRange(start: Int32(result.bytes.count), count: Int32(text.count))
            result.bytes += text
        case .run(let bytes, let minimum, let maximum):
            pattern.form = .run
            (pattern.minimum, pattern.maximum) = (minimum, maximum)
            for (byte, isWanted) in bytes.enumerated() where isWanted {
                if byte < 64 {
                    pattern.low |= 1 << UInt64(byte)
                } else {
                    pattern.high |= 1 << UInt64(byte - 64)
                }
            }
        case .table(let transitions, let columns, let columnCount):
            pattern.form = .table
            pattern.table = Int32(result.tables.count)
            pattern.columnCount = Int32(columnCount)
            result.tables += columns.map { UInt32($0) }
            result.tables += transitions
        }
        return pattern
    }
}
