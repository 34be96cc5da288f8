internal import Synchronization

/// The bytes of one input, together with the path under which findings about them are reported.
///
/// It knows which parts of it may be shown, and every excerpt asks it: no command has to pass that on.
/// What is hidden becomes known only after the text has been read, which is why it alone can change.
///
/// A source may be a piece of a larger input (one line of an event stream); `firstLine` and
/// `firstColumn` then say where in that input its first byte is.
public final class SourceText: Sendable {
    /// The path as the user wrote it, or as it was found below a path the user wrote.
    public let path: String
    /// The content, exactly as read; not necessarily valid UTF-8.
    public let bytes: [UInt8]
    /// The 1-based line of the first byte.
    public let firstLine: Int
    /// The 1-based column of the first byte.
    public let firstColumn: Int
    /// What ends a line.
    public let lineEnds: LineEnds
    /// Nil while it is withheld.
    private let hidden: Mutex<HiddenRanges?>

    /// What ends a line.
    public enum LineEnds: Sendable {
        /// LF, CR LF or a lone CR, as in YAML.
        case any
        /// LF alone, as in event streams; a CR before it is white space.
        case lineFeed
    }

    /// - Parameter isWithheld: whether nothing of it is shown until `disclose` says what may be.
    public init(
        path: String, bytes: [UInt8], firstLine: Int = 1, firstColumn: Int = 1,
        lineEnds: LineEnds = .any, isWithheld: Bool = false
    ) {
        hidden = Mutex(isWithheld ? nil : HiddenRanges.none)
        self.path = path
        self.bytes = bytes
        self.firstLine = firstLine
        self.firstColumn = firstColumn
        self.lineEnds = lineEnds
    }

    /// What no output may show of it.
    public var hiddenRanges: HiddenRanges {
        hidden.withLock { $0 } ?? HiddenRanges([SourceRange(start: 0, end: bytes.count)])
    }

    /// Whether all of it is hidden because nobody has said yet what may be shown.
    package var isWithheld: Bool { hidden.withLock { $0 == nil } }

    /// Hides `ranges` as well.
    public func hide(_ ranges: some Sequence<SourceRange>) {
        let more = HiddenRanges(ranges)
        hidden.withLock { $0 = $0?.union(more) }
    }

    /// Shows everything but `ranges`, whatever was hidden before.
    public func disclose(hiding ranges: some Sequence<SourceRange>) {
        let ranges = HiddenRanges(ranges)
        hidden.withLock { $0 = ranges }
    }

    /// The same text, and the same of it hidden, under another path.
    public func renamed(_ path: String) -> SourceText {
        let copy = SourceText(
            path: path, bytes: bytes, firstLine: firstLine, firstColumn: firstColumn,
            lineEnds: lineEnds)
        let ranges = hidden.withLock { $0 }
        copy.hidden.withLock { $0 = ranges }
        return copy
    }

    /// A source for findings about a file as a whole, without any text to show.
    public static func withoutText(path: String) -> SourceText {
        SourceText(path: path, bytes: [])
    }

    /// The 1-based line of the byte at `offset`.
    ///
    /// - Complexity: O(*bytes*); use a `LineTable` to ask often.
    public func line(at offset: Int) -> Int {
        var table = LineTable(self)
        return table.location(at: offset).line
    }

    /// The span of the bytes in `range`, clamped to the text.
    public func span(_ range: SourceRange) -> SourceSpan {
        let start = min(max(range.start, 0), bytes.count)
        let end = min(max(range.end, start), bytes.count)
        return SourceSpan(source: self, range: SourceRange(start: start, end: end))
    }
}

/// A half-open range of byte offsets. Line and column are computed only when something is printed.
public struct SourceRange: Sendable, Hashable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// An empty range between two bytes.
    public init(at offset: Int) {
        self.init(start: offset, end: offset)
    }
}

/// A range of bytes in a certain source.
public struct SourceSpan: Sendable {
    public let source: SourceText
    public let range: SourceRange

    public init(source: SourceText, range: SourceRange) {
        self.source = source
        self.range = range
    }
}
