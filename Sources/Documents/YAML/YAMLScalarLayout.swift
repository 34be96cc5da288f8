import SourceText

/// The layout of scalars.
extension YAMLLayout {
    mutating func passScalar(_ scalar: YAMLEvent.Scalar, _ range: SourceRange) {
        passToken(SourceRange(start: range.start, end: min(range.start + 1, range.end)))
        switch scalar.style {
        case .literal, .folded:
            checkBlockHeader(range)
            checkLeadingBlankLines(scalar, range)
            passLines(range, areContinued: false)
        case .plain:
            checkDash(scalar, range)
            passLines(range, areContinued: true)
        case .singleQuoted, .doubleQuoted: passLines(range, areContinued: true)
        }
    }

    /// Passes over the rest of a scalar; lines that continue a plain or quoted one must be
    /// deeper than the block around it.
    private mutating func passLines(_ range: SourceRange, areContinued: Bool) {
        while position < range.end {
            let isLineEnd = ASCII.isLineEnd(bytes[position])
            position += 1
            guard isLineEnd else { continue }
            beginLine()
            var text = position
            while text < range.end, isWhite(bytes[text]) { text += 1 }
            if areContinued, indent >= 0, text < range.end, !ASCII.isLineEnd(bytes[text]) {
                checkLine(from: position, to: text)
            }
        }
    }

    /// A dash alone before a comma or bracket; libyaml takes it for text.
    private mutating func checkDash(_ scalar: YAMLEvent.Scalar, _ range: SourceRange) {
        guard scalar.text == [UInt8(ascii: "-")], range.end < bytes.count else { return }
        switch bytes[range.end] {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            report(.dashInFlow, range)
        default: return
        }
    }

    /// The `#` of a comment after `|` or `>` must be separated from it.
    private mutating func checkBlockHeader(_ range: SourceRange) {
        let end = endOfBlockHeader(range)
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") {
            report(.commentWithoutSpace, SourceRange(start: end, end: end + 1))
        }
    }

    private func endOfBlockHeader(_ range: SourceRange) -> Int {
        var end = range.start + 1
        while end < bytes.count, isIndicator(bytes[end]) { end += 1 }
        return end
    }

    private func isIndicator(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    /// Blank lines at the beginning of a block scalar must not be longer than the indentation of
    /// its first line; libyaml then ends the scalar before that line.
    private mutating func checkLeadingBlankLines(
        _ scalar: YAMLEvent.Scalar, _ range: SourceRange
    ) {
        guard indent >= 0, scalar.text.allSatisfy({ $0 == ASCII.lineFeed }) else { return }
        var offset = endOfBlockHeader(range)
        guard !bytes[range.start..<offset].contains(where: ASCII.isDigit) else { return }
        while offset < bytes.count, !ASCII.isLineEnd(bytes[offset]) { offset += 1 }
        var longest = SourceRange(at: offset)
        while offset < bytes.count {
            offset += 1
            let start = offset
            while offset < bytes.count, bytes[offset] == ASCII.space { offset += 1 }
            guard offset < bytes.count, ASCII.isLineEnd(bytes[offset]) else {
                let spaces = offset - start
                let isText = offset < bytes.count && spaces > indent
                if isText, longest.end - longest.start > spaces { report(.longBlankLine, longest) }
                return
            }
            if offset - start > longest.end - longest.start {
                longest = SourceRange(start: start, end: offset)
            }
        }
    }
}
