import RegularExpressions

extension Fusion {
    mutating func fusePatterns() {
        result.bytes = program.bytes
        result.patterns = program.patterns.map { flatPattern($0.asciiForm) }
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
