import SourceText

/// Shows the source lines of a span with marks under it.
struct Excerpt {
    let style: TextStyle
    let severity: Severity
    /// `^` for the finding itself, `-` for a note.
    let mark: Character
    /// The columns that line numbers take.
    let gutter: Int

    /// Appends ` --> file:line:column` and the marked lines.
    func append(
        _ span: SourceSpan, _ range: LocatedRange, _ table: LineTable?, to output: inout String
    ) {
        let path = PrintableText.escaped(span.source.path)
        let arrow = String(repeating: " ", count: gutter) + style.frame("-->")
        guard let table, !span.source.bytes.isEmpty else {
            output += "\(arrow) \(path)\n"
            return
        }
        output += "\(arrow) \(path):\(range.start.line):\(range.start.column)\n"
        output += row("", "") + "\n"
        let cells = ExcerptCells(span.source)
        appendLines(Marked(span, range, table), cells, to: &output)
    }

    private func appendLines(_ marked: Marked, _ cells: ExcerptCells, to output: inout String) {
        append(ExcerptLine(cells, line: marked.line, mark: marked.mark), marked.number, &output)
        guard let last = marked.last else { return }
        if last.number > marked.number + 1 { output += style.frame("...") + "\n" }
        append(ExcerptLine(cells, line: last.line, mark: last.mark), last.number, &output)
    }

    private func append(_ line: ExcerptLine, _ number: Int, _ output: inout String) {
        output += row(String(number), line.text) + "\n"
        let marks = String(repeating: mark, count: line.markWidth)
        let blanks = String(repeating: " ", count: line.indent)
        output += row("", blanks + style.heading(marks, severity)) + "\n"
    }

    private func row(_ number: String, _ text: String) -> String {
        let blanks = String(repeating: " ", count: max(gutter - number.utf8.count, 0))
        let frame = style.frame(blanks + number + " |")
        return text.isEmpty ? frame : frame + " " + text
    }
}

/// The first and, if it is another one, the last line of a span, each with the bytes to mark.
private struct Marked {
    let number: Int
    let line: Range<Int>
    let mark: Range<Int>
    let last: (number: Int, line: Range<Int>, mark: Range<Int>)?

    init(_ span: SourceSpan, _ range: LocatedRange, _ table: LineTable) {
        let bytes = span.source.bytes
        let start = span.range.start
        var end = span.range.end
        while end > start, bytes[end - 1] == ASCII.space || ASCII.isLineEnd(bytes[end - 1]) {
            end -= 1
        }
        number = range.start.line
        line = table.lineRange(at: start)
        let markStart = min(start, line.upperBound)
        mark = markStart..<max(markStart, min(end, line.upperBound))
        guard end > line.upperBound else {
            last = nil
            return
        }
        var ends = table
        let lastLine = table.lineRange(at: end - 1)
        let text = lastLine.first { bytes[$0] != ASCII.space && bytes[$0] != ASCII.tab }
        let from = min(text ?? lastLine.lowerBound, end)
        last = (ends.location(at: lastLine.lowerBound).line, lastLine, from..<end)
    }
}
