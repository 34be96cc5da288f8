import SourceText

/// One sign of a source line as it is shown: its text, and how many columns that takes.
struct ExcerptCell {
    /// The source bytes that it shows.
    let range: Range<Int>
    let text: String
    let width: Int
}

/// Takes a source line apart, sign by sign, so that what is shown cannot harm and still aligns.
struct ExcerptCells {
    private let source: SourceText
    private let hidden: HiddenRanges
    static let mask = "•••"
    private static let tabWidth = 4

    init(_ source: SourceText) {
        self.source = source
        hidden = source.hiddenRanges
    }

    /// The cell that begins at `offset`, which lies before `end`.
    func cell(at offset: Int, before end: Int) -> ExcerptCell {
        if let masked = hidden.range(holding: offset) {
            return ExcerptCell(
                range: offset..<min(masked.upperBound, end), text: Self.mask,
                width: Self.mask.unicodeScalars.count)
        }
        let byte = source.bytes[offset]
        if byte == ASCII.tab {
            let blanks = String(repeating: " ", count: Self.tabWidth)
            return ExcerptCell(range: offset..<offset + 1, text: blanks, width: Self.tabWidth)
        }
        if byte == UInt8(ascii: "#"), BuildCommands.beginsBracket(source.bytes[offset..<end]) {
            return escaped(characterAt: offset)
        }
        if byte >= 0x20 && byte < 0x7F {
            let text = String(Unicode.Scalar(byte))
            return ExcerptCell(range: offset..<offset + 1, text: text, width: 1)
        }
        return unusualCell(at: offset, before: end)
    }

    /// Controls, everything beyond ASCII, and bytes that are not part of valid UTF-8.
    private func unusualCell(at offset: Int, before end: Int) -> ExcerptCell {
        var next = offset + 1
        while next < min(end, offset + 4), UTF8Bytes.isContinuation(source.bytes[next]) {
            next += 1
        }
        guard let text = String(validating: source.bytes[offset..<next], as: UTF8.self) else {
            return escaped(byteAt: offset)
        }
        let shown = PrintableText.escaped(text)
        return ExcerptCell(
            range: offset..<next, text: shown, width: shown.unicodeScalars.count)
    }

    /// The character, written so that no build agent sees a command.
    private func escaped(characterAt offset: Int) -> ExcerptCell {
        let text = PrintableText.escape(Unicode.Scalar(source.bytes[offset]))
        return ExcerptCell(range: offset..<offset + 1, text: text, width: text.utf8.count)
    }

    private func escaped(byteAt offset: Int) -> ExcerptCell {
        let text = "\\x" + Hexadecimal.pair(source.bytes[offset])
        return ExcerptCell(range: offset..<offset + 1, text: text, width: 4)
    }

    /// The offset at most `count` signs before `offset`, but not before `start`.
    func offset(_ count: Int, before offset: Int, notBefore start: Int) -> Int {
        var position = offset
        for _ in 0..<count where position > start {
            let lowest = max(start, position - 4)
            position -= 1
            while position > lowest, UTF8Bytes.isContinuation(source.bytes[position]) {
                position -= 1
            }
        }
        return position
    }
}
