/// One source line as it is shown, cut to fit, with the columns to underline.
struct ExcerptLine {
    private(set) var text = ""
    /// The columns before the marks, and under the marks.
    private(set) var indent = 0
    private(set) var markWidth = 0
    private var width = 0

    /// What is shown of a line: this many columns, and this many signs before the marks.
    private static let widest = 120
    private static let before = 50

    /// - Parameters:
    ///   - line: the bytes of the line, without its end.
    ///   - mark: the bytes to underline, within the line; empty between two bytes.
    init(_ cells: ExcerptCells, line: Range<Int>, mark: Range<Int>) {
        let start =
            line.count <= Self.widest
            ? line.lowerBound
            : cells.offset(Self.before, before: mark.lowerBound, notBefore: line.lowerBound)
        if start > line.lowerBound { appendDots(isBefore: true) }
        var offset = start
        while offset < line.upperBound {
            if width >= Self.widest { break }
            let cell = cells.cell(at: offset, before: line.upperBound)
            append(cell, mark)
            offset = cell.range.upperBound
        }
        if offset < line.upperBound { appendDots(isBefore: false) }
        if markWidth == 0 { markWidth = 1 }
    }

    private mutating func append(_ cell: ExcerptCell, _ mark: Range<Int>) {
        text += cell.text
        width += cell.width
        if cell.range.upperBound <= mark.lowerBound {
            indent += cell.width
        } else if cell.range.lowerBound < mark.upperBound {
            markWidth += cell.width
        }
    }

    private mutating func appendDots(isBefore: Bool) {
        text += "…"
        width += 1
        if isBefore { indent += 1 }
    }
}
