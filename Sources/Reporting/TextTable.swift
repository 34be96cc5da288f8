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
        var columns = TextColumns(indent: indent)
        for row in rows { columns.widen(for: row) }
        return rows.map { columns.line($0) }.joined()
    }
}

/// The columns of a table, for rows that are too many to be held.
struct TextColumns {
    private var widths: [Int] = []
    private let indent: String

    /// - Parameter indent: what each row begins with.
    init(indent: String = "") {
        self.indent = indent
    }

    /// Makes the columns wide enough for a row.
    mutating func widen(for row: [String]) {
        for (position, cell) in row.enumerated() {
            if position == widths.count { widths.append(0) }
            widths[position] = max(widths[position], cell.unicodeScalars.count)
        }
    }

    /// A row with its line end, without blanks before it; the columns are wide enough.
    func line(_ row: [String]) -> String {
        var line = indent
        for (position, cell) in row.enumerated() {
            line += cell
            if row[(position + 1)...].allSatisfy(\.isEmpty) { break }
            let blanks = widths[position] - cell.unicodeScalars.count + 2
            line += String(repeating: " ", count: blanks)
        }
        return line + "\n"
    }
}
