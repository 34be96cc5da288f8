import Documents
import SourceText

/// Says which bytes to hide with a value in a schema: those of the value, of a tag or anchor before it, and of
/// a comment after it, each of which may be a part of an unquoted secret.
enum LiteralText {
    static func hidden(_ literal: Node) -> [SourceRange] {
        let bytes = literal.document.source.bytes
        let range = literal.span.range
        let line = bytes[..<range.start].lastIndex(where: ASCII.isLineEnd).map { $0 + 1 } ?? 0
        let before = bytes[max(line, keyEnd(literal))..<range.start]
        let start = before.firstIndex(where: properties.contains) ?? range.start
        let after = bytes[range.end...].prefix { !ASCII.isLineEnd($0) }
        guard let comment = after.firstIndex(of: UInt8(ascii: "#")) else {
            return [SourceRange(start: start, end: range.end)]
        }
        return [
            SourceRange(start: start, end: range.end),
            SourceRange(start: comment, end: after.endIndex),
        ]
    }

    private static func keyEnd(_ literal: Node) -> Int {
        let end = literal.key?.span.range.end ?? 0
        return end <= literal.span.range.start ? end : 0
    }

    private static let properties = Set("&!".utf8)
}
