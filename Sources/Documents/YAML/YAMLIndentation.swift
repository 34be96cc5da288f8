import SourceText

/// Finds the line whose indentation, or whose missing space, made libyaml stop at a later one.
struct YAMLIndentation {
    /// What is wrong, and where.
    struct Fault {
        let range: SourceRange
        let message: String
        let hint: String
        /// Where libyaml noticed it, if that is elsewhere.
        var noticed: SourceRange?
    }

    /// A line that is not blank and not a comment.
    private struct Line {
        let start: Int
        let text: Int
        let end: Int

        var indent: Int { text - start }
        var mark: SourceRange { SourceRange(start: text, end: min(text + 1, end)) }
    }

    private let bytes: ArraySlice<UInt8>
    private let line: Line
    /// The line before it, in this document.
    private let previous: Line?
    /// How many lines are looked at in each direction.
    private static let mostLines = 1_000

    static func fault(_ failure: YAMLFailure, in source: SourceText) -> Fault? {
        guard let text = YAMLIndentation(source.bytes[...], failure.offset) else { return nil }
        switch failure.problem {
        case "could not find expected ':'": return text.separator(at: failure.contextOffset)
        case "mapping values are not allowed in this context":
            return text.missingSpace() ?? text.tooDeep(at: failure.offset)
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            guard failure.offset == text.line.text else { return nil }
            return text.separator(at: failure.offset) ?? text.firstTooDeep()
                ?? text.tooDeep(at: failure.offset)
        default: return nil
        }
    }

    private init?(_ bytes: ArraySlice<UInt8>, _ offset: Int) {
        self.bytes = bytes
        guard offset < bytes.count, let line = Self.line(at: offset, bytes) else { return nil }
        self.line = line
        previous = Self.line(before: line, bytes)
    }

    /// A line that was meant to be `---`.
    private func separator(at offset: Int?) -> Fault? {
        guard let offset, offset < bytes.count, let line = Self.line(at: offset, bytes) else {
            return nil
        }
        let text = String(decoding: bytes[line.text..<line.end], as: UTF8.self)
            .filter { $0 != " " && $0 != "\t" && $0 != "\r" }
        guard let first = text.first, "-–—=+*".contains(first), text.allSatisfy({ $0 == first }),
            text.count > 1 || !first.isASCII
        else { return nil }
        return Fault(
            range: SourceRange(start: line.text, end: line.end),
            message: "a line between two documents must be exactly `---`",
            hint: "write `---`, with nothing before it")
    }

    /// `key:value`, which is text.
    private func missingSpace() -> Fault? {
        guard let previous, previous.indent == line.indent else { return nil }
        let text = bytes[previous.text..<previous.end]
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 1 < previous.end,
            colon > previous.text, !isSpace(bytes[colon + 1]),
            text[..<colon].allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }),
            !text.contains(ASCII.space)
        else { return nil }
        return Fault(
            range: SourceRange(start: colon, end: colon + 1),
            message: "a space is missing after this `:`", hint: "write `key: value`")
    }

    /// A key that is indented more deeply than the key before it, which has a value.
    private func tooDeep(at offset: Int) -> Fault? {
        guard let previous, line.indent > previous.indent else { return nil }
        return Fault(
            range: SourceRange(start: offset, end: offset + 1),
            message: "this line is indented more deeply than the one before it, which has a value",
            hint: "indent both lines alike")
    }

    /// The first entry of a block that is indented more deeply than the others, of which the second is where
    /// libyaml stops.
    private func firstTooDeep() -> Fault? {
        var block: [Line] = []
        var parent = previous
        while let line = parent, line.indent > self.line.indent, block.count < Self.mostLines {
            block.append(line)
            parent = Self.line(before: line, bytes)
        }
        let parentIndent = parent?.indent ?? -1
        guard let first = block.last, parentIndent < line.indent, !(parent.map(opensText) ?? false)
        else { return nil }
        let before = block.count { $0.indent == first.indent }
        let after = countOfLinesAlike()
        let step = max(parentIndent, 0)
        let isOdd = (first.indent - step) % 2 != 0 && (line.indent - step) % 2 == 0
        guard before < after || before == after && isOdd || parent == nil && line.indent == 0
        else { return nil }
        return Fault(
            range: first.mark,
            message: "this line is indented more deeply than the lines after it",
            hint: "indent them alike", noticed: line.mark)
    }

    /// How many lines from the noticed one on are indented like it.
    private func countOfLinesAlike() -> Int {
        var count = 0
        var next: Line? = line
        for _ in 0..<Self.mostLines {
            guard let found = next, found.indent >= line.indent else { break }
            if found.indent == line.indent { count += 1 }
            next = Self.line(after: found, bytes)
        }
        return count
    }

    /// Whether a block of text begins in the next line.
    private func opensText(_ line: Line) -> Bool {
        let word = bytes[line.text..<line.end].split(separator: ASCII.space).last ?? []
        return word.first == UInt8(ascii: "|") || word.first == UInt8(ascii: ">")
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.tab }

    // MARK: Lines

    private static func line(at offset: Int, _ bytes: ArraySlice<UInt8>) -> Line? {
        let before = bytes[..<offset].lastIndex(where: ASCII.isLineEnd)
        return line(from: before.map { $0 + 1 } ?? 0, bytes)
    }

    /// The line that begins at `start`, if it is not blank and not a comment.
    private static func line(from start: Int, _ bytes: ArraySlice<UInt8>) -> Line? {
        let end = bytes[start...].firstIndex(where: ASCII.isLineEnd) ?? bytes.endIndex
        let text = bytes[start..<end].firstIndex { $0 != ASCII.space } ?? end
        guard text < end, bytes[text] != UInt8(ascii: "#"), bytes[text] != ASCII.tab else {
            return nil
        }
        return Line(start: start, text: text, end: end)
    }

    private static func line(before line: Line, _ bytes: ArraySlice<UInt8>) -> Line? {
        var start = line.start
        for _ in 0..<mostLines {
            guard start > 0 else { return nil }
            let before = bytes[..<(start - 1)].lastIndex(where: ASCII.isLineEnd)
            start = before.map { $0 + 1 } ?? 0
            guard let found = self.line(from: start, bytes) else { continue }
            return bytes[start..<found.end].starts(with: "---".utf8) ? nil : found
        }
        return nil
    }

    private static func line(after line: Line, _ bytes: ArraySlice<UInt8>) -> Line? {
        var end = line.end
        for _ in 0..<mostLines {
            guard end + 1 < bytes.endIndex else { return nil }
            if let found = self.line(from: end + 1, bytes) {
                return bytes[found.start..<found.end].starts(with: "---".utf8) ? nil : found
            }
            end = bytes[(end + 1)...].firstIndex(where: ASCII.isLineEnd) ?? bytes.endIndex
        }
        return nil
    }
}
