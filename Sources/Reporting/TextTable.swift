import SourceText

/// Rows of cells in columns as wide as their widest cell; characters are counted as one column each.
public struct TextTable: Sendable {
    private var rows: [[String]] = []
    private let indent: String

    /// - Parameter indent: what each row begins with.
    public init(indent: String = "") {
        self.indent = indent
    }

    /// Adds a row; what must not be shown as it is, is escaped.
    public mutating func append(_ cells: [String]) {
        rows.append(cells.map(PrintableText.escaped))
    }

    /// The rows, each with a line end and without blanks before it.
    public var text: String {
        let widths = columnWidths
        return rows.map { row in
            var line = indent
            for (position, cell) in row.enumerated() {
                line += cell
                if row[(position + 1)...].allSatisfy(\.isEmpty) { break }
                let blanks = widths[position] - cell.unicodeScalars.count + 2
                line += String(repeating: " ", count: blanks)
            }
            return line + "\n"
        }.joined()
    }

    private var columnWidths: [Int] {
        var widths: [Int] = []
        for row in rows {
            for (position, cell) in row.enumerated() {
                if position == widths.count { widths.append(0) }
                widths[position] = max(widths[position], cell.unicodeScalars.count)
            }
        }
        return widths
    }
}
