internal import Events
internal import SourceText

/// Cuts what a person needs to see out of an input that is not held in memory.
///
/// An input may be one line of gigabytes. Where the latest excerpt was cut is therefore remembered:
/// from there on nothing before it is looked at again, so that all excerpts together take time in
/// proportion to the input.
struct ExcerptCutter {
    /// The latest position, with the column of its byte.
    private var latest: (position: UnsafePointer<UInt8>, column: Int)?

    /// The most bytes shown before and after a finding.
    private static let margin = 2048
    /// The bytes of a finding's own text that are kept; the rest of a longer one is left out.
    private static let longest = 64 << 10

    /// Where `text` is, which is about `event` and is in `input` on the 1-based `line`. The source of the
    /// span shows only what may be shown of the event.
    mutating func span(
        _ text: ByteSlice, of event: ByteSlice, line: Int, in input: EventInput
    ) -> SourceSpan {
        let whole = input.text
        let count = min(text.count, Self.longest)
        let end = text.base + count
        let inputEnd = whole.base + whole.count
        let column = column(of: text.base, in: whole)
        let first = start(ofExcerptAt: text.base, whole.base)
        let lineEnd = Memory.lineFeed(from: end, to: inputEnd) ?? inputEnd
        let last = end + min(Self.margin, lineEnd - end)
        let between = scalarCount(first, text.base)
        let source = SourceText(
            path: input.path, bytes: Array(UnsafeBufferPointer(start: first, count: last - first)),
            firstLine: line, firstColumn: column - between, lineEnds: .lineFeed)
        source.hide(
            EventDisclosure.hiddenRanges(
                in: ByteSlice(base: first, count: last - first), of: event,
                allowsLineFeed: input.format == .array))
        let offset = text.base - first
        return source.span(SourceRange(start: offset, end: offset + count))
    }

    /// The 1-based column, counted from the line's start or from the latest position in the line.
    private mutating func column(
        of position: UnsafePointer<UInt8>, in whole: ByteSlice
    ) -> Int {
        let known = latest.flatMap {
            whole.base <= $0.position && $0.position <= position ? $0 : nil
        }
        let limit = known?.position ?? whole.base
        var start = position
        while start > limit, (start - 1).pointee != ASCII.lineFeed { start -= 1 }
        let base = start == known?.position ? known?.column ?? 1 : 1
        let column = base + scalarCount(start, position)
        latest = (position, column)
        return column
    }

    /// A character's start at most `margin` bytes before `position`, in the same line.
    private func start(
        ofExcerptAt position: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        let earliest = position - min(Self.margin, position - limit)
        var start = position
        while start > earliest, (start - 1).pointee != ASCII.lineFeed { start -= 1 }
        while start < position, UTF8Bytes.isContinuation(start.pointee) { start += 1 }
        return start
    }

    private func scalarCount(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> Int {
        UnsafeBufferPointer(start: start, count: end - start)
            .reduce(0) { UTF8Bytes.isContinuation($1) ? $0 : $0 + 1 }
    }
}
