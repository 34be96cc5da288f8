import SourceText

/// What lies between tokens: white space, comments, directives and signs.
extension YAMLLayout {
    /// Passes a token on one line.
    mutating func passToken(_ range: SourceRange) {
        passGap(to: range.start)
        guard range.end > range.start else { return }
        checkIndentation()
        position = range.end
    }

    /// Passes over white space, comments and signs.
    mutating func passGap(to end: Int) {
        while position < end {
            switch bytes[position] {
            case ASCII.lineFeed, ASCII.carriageReturn:
                position += 1
                beginLine()
            case ASCII.space, ASCII.tab: position += 1
            case UInt8(ascii: "#"): passComment(to: end)
            case UInt8(ascii: "%") where isBetweenDocuments: passDirective(to: end)
            default: passSign()
            }
        }
    }

    mutating func beginLine() {
        lineStart = position
        isAtLineStart = true
    }

    private mutating func passComment(to end: Int) {
        if position > lineStart, !isWhite(bytes[position - 1]) {
            report(.commentWithoutSpace, SourceRange(start: position, end: position + 1))
        }
        while position < end, !ASCII.isLineEnd(bytes[position]) { position += 1 }
    }

    /// Passes over a directive up to its line end or a sign that may begin a comment.
    private mutating func passDirective(to end: Int) {
        while position < end, !ASCII.isLineEnd(bytes[position]),
            bytes[position] != UInt8(ascii: "#")
        {
            position += 1
        }
    }

    private mutating func passSign() {
        checkIndentation()
        let next = position + 1 < bytes.count ? bytes[position + 1] : ASCII.space
        if isInFlow, bytes[position] == UInt8(ascii: "?"), !isWhite(next), !ASCII.isLineEnd(next) {
            report(.questionMark, SourceRange(start: position, end: position + 1))
        }
        position += 1
    }

    /// Checks the first sign of a line within brackets: it must be deeper than the block around
    /// them. A closing bracket may be anywhere, as it commonly does.
    private mutating func checkIndentation() {
        guard isAtLineStart else { return }
        isAtLineStart = false
        guard isInFlow, indent >= 0 else { return }
        let byte = bytes[position]
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return }
        checkLine(from: lineStart, to: position)
    }

    /// Checks that the line beginning at `start`, whose text begins at `end`, is deeper than
    /// the block around it.
    mutating func checkLine(from start: Int, to end: Int) {
        let spaces = bytes[start..<end].prefix { $0 == ASCII.space }.count
        guard spaces <= indent else { return }
        let isTab = start + spaces < end
        report(
            isTab ? .tabAsIndentation : .indentation(needed: indent + 1, found: spaces),
            SourceRange(start: end, end: end + 1))
    }

    /// The name of an anchor or alias, which ends here, must be separated from what follows;
    /// libyaml ends it at signs that belong to it.
    mutating func checkEndOfName() {
        guard position < bytes.count else { return }
        switch bytes[position] {
        case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, UInt8(ascii: ","),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            return
        default: report(.nameWithoutSpace, SourceRange(start: position, end: position + 1))
        }
    }

    func isWhite(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == ASCII.tab
    }
}
