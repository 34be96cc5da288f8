/// A location for people: 1-based line and column.
///
/// A column counts *characters*, by which the whole program means Unicode scalar values. Where bytes
/// are not UTF-8, those that would continue a character count as part of the one before them.
public struct Location: Sendable, Hashable, Comparable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Location, right: Location) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Turns the byte offsets of one source into lines and columns.
///
/// - Complexity: O(*n*) to build; a look-up is O(log *lines* + *distance*), where the distance is
///   counted from the previous look-up if that was earlier in the same line, so that looking up
///   sorted offsets of one very long line stays linear.
public struct LineTable: Sendable {
    public let source: SourceText
    private let starts: [Int]
    private var latest = Latest(lineIndex: 0, offset: 0, column: 1)

    private struct Latest: Sendable {
        var lineIndex: Int
        var offset: Int
        var column: Int
    }

    public init(_ source: SourceText) {
        self.source = source
        var starts = [0]
        let bytes = source.bytes
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == ASCII.lineFeed {
                starts.append(index + 1)
            } else if byte == ASCII.carriageReturn, source.lineEnds == .any {
                let next = index + 1
                if next == bytes.count || bytes[next] != ASCII.lineFeed { starts.append(next) }
            }
        }
        self.starts = starts
        latest.column = source.firstColumn
    }

    /// The location of the byte at `offset`; offsets past the end mean the end.
    public mutating func location(at offset: Int) -> Location {
        let offset = min(max(offset, 0), source.bytes.count)
        let index = lineIndex(of: offset)
        if latest.lineIndex != index || latest.offset > offset {
            let column = index == 0 ? source.firstColumn : 1
            latest = Latest(lineIndex: index, offset: starts[index], column: column)
        }
        latest.column += scalarCount(in: latest.offset..<offset)
        latest.offset = offset
        return Location(line: source.firstLine + index, column: latest.column)
    }

    /// The bytes of the line that holds `offset`, without its line end.
    public func lineRange(at offset: Int) -> Range<Int> {
        let index = lineIndex(of: min(max(offset, 0), source.bytes.count))
        let start = starts[index]
        var end = index + 1 < starts.count ? starts[index + 1] : source.bytes.count
        while end > start, ASCII.isLineEnd(source.bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private func lineIndex(of offset: Int) -> Int {
        // The first line begins at 0.
        starts.partitioningIndex { $0 > offset } - 1
    }

    private func scalarCount(in range: Range<Int>) -> Int {
        var count = 0
        for index in range where !UTF8Bytes.isContinuation(source.bytes[index]) { count += 1 }
        return count
    }
}
