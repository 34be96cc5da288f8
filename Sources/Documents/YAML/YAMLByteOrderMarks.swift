import SourceText

/// Byte-order marks before documents. YAML allows one before every document, even after comments (YAML
/// 1.2.2, 9.1.1); libyaml takes it for a part of its line, whose indentation is then wrong.
enum YAMLByteOrderMarks {
    /// The text with spaces instead of such marks; nil if there are none. All other bytes keep their
    /// offsets, except line ends and document markers next to a mark.
    static func replaced(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.dropFirst().contains(mark[0]) else { return nil }
        var text: [UInt8]?
        var isBeforeDocument = true
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(where: ASCII.isLineEnd) ?? bytes.count
            let hasMark = bytes[start..<end].starts(with: mark)
            let line = bytes[(hasMark ? start + mark.count : start)..<end]
            if hasMark, start > 0 {
                if begins(line, with: "---") {
                    replace(in: &text, bytes, start, before: Array("---".utf8))
                } else if isBeforeDocument {
                    let lineEnd = Array(bytes[..<start].suffix(lineEndCount(bytes, before: start)))
                    replace(in: &text, bytes, start - lineEnd.count, after: lineEnd)
                }
            }
            isBeforeDocument = isBeforeDocument && isComment(line) || begins(line, with: "...")
            start = end + 1
        }
        return text
    }

    private static let mark = ForeignEncoding.utf8Mark
    private static let spaces = [UInt8](repeating: ASCII.space, count: mark.count)

    /// Replaces the mark that follows `lineEnd`, which begins at `offset`, with spaces before that line end:
    /// there they belong to a comment, a blank line or `...`.
    private static func replace(
        in text: inout [UInt8]?, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int,
        after lineEnd: [UInt8]
    ) {
        put(spaces + lineEnd, at: offset, in: &text, bytes)
    }

    /// Moves `marker`, which follows the mark at `offset`, before it, and replaces the mark with spaces.
    private static func replace(
        in text: inout [UInt8]?, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int,
        before marker: [UInt8]
    ) {
        put(marker + spaces, at: offset, in: &text, bytes)
    }

    private static func put(
        _ piece: [UInt8], at offset: Int, in text: inout [UInt8]?,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        var changed = text ?? Array(bytes)
        text = nil
        changed.replaceSubrange(offset..<offset + piece.count, with: piece)
        text = changed
    }

    private static func lineEndCount(
        _ bytes: UnsafeBufferPointer<UInt8>, before start: Int
    ) -> Int {
        let isPair =
            start > 1 && bytes[start - 1] == ASCII.lineFeed
            && bytes[start - 2] == ASCII.carriageReturn
        return isPair ? 2 : 1
    }

    /// Whether the line is blank, or a comment.
    private static func isComment(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let first = line.first { $0 != ASCII.space && $0 != ASCII.tab }
        return first == nil || first == UInt8(ascii: "#")
    }

    /// Whether the line begins with a document marker.
    private static func begins(
        _ line: Slice<UnsafeBufferPointer<UInt8>>, with marker: String
    ) -> Bool {
        guard line.starts(with: marker.utf8) else { return false }
        let next = line.dropFirst(marker.utf8.count).first
        return next == nil || next == ASCII.space || next == ASCII.tab
    }
}
