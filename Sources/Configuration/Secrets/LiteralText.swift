import Documents
import SourceText

/// Says which bytes to hide with values in a schema: those of the values, of a tag or anchor before one, and of a
/// comment after it, since each may be part of an unquoted secret.
enum LiteralText {
    /// - Complexity: O(*n* log *n* + *bytes*) for *n* values of one source.
    static func hidden(_ literals: [Node]) -> [SourceRange] {
        var ranges: [SourceRange] = []
        var comment: (from: Int, to: Int, range: SourceRange?) = (0, 0, nil)
        for literal in literals.sorted(by: { $0.span.range.start < $1.span.range.start }) {
            let bytes = literal.document.source.bytes
            let range = literal.span.range
            ranges.append(SourceRange(start: start(of: literal, bytes), end: range.end))
            // The rest of a line is looked at once, however many values are on it.
            if range.end >= comment.to || range.end < comment.from {
                let rest = bytes[range.end...].prefix { !ASCII.isLineEnd($0) }
                let sign = rest.firstIndex(of: UInt8(ascii: "#"))
                comment = (
                    range.end, max(rest.endIndex, range.end + 1),
                    sign.map { SourceRange(start: $0, end: rest.endIndex) }
                )
            }
            if let found = comment.range, found.start >= range.end { ranges.append(found) }
        }
        return ranges
    }

    /// Where a value begins, with its tag or anchor.
    private static func start(of literal: Node, _ bytes: [UInt8]) -> Int {
        let first = literal.span.range.start
        let before = bytes[..<first].reversed().prefix(while: isProperty)
        let text = bytes[(first - before.count)..<first]
        return text.firstIndex(where: signs.contains) ?? first
    }

    /// Whether a byte before a value may belong to its tag or anchor.
    private static func isProperty(_ byte: UInt8) -> Bool {
        !ASCII.isLineEnd(byte) && !ends.contains(byte)
    }

    private static let ends = Set(",[{:".utf8)
    private static let signs = Set("&!".utf8)
}
