/// A table of text: the first column starts at the left, all others end at the right.
struct TextTable {
    private var rows: [[String]]

    init(_ titles: [String]) {
        rows = [titles]
    }

    /// `cells` has as many cells as there are titles.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == rows[0].count, "a cell for each column")
        rows.append(cells)
    }

    /// The rows, each with its end.
    var text: String {
        let widths = rows[0].indices.map { column in rows.map(\.[column].count).max() ?? 0 }
        return rows.map { line($0, widths) + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { index, cell in
            let padding = String(repeating: " ", count: cell.1 - cell.0.count)
            return index == 0 ? cell.0 + padding : "   " + padding + cell.0
        }.joined()
    }
}
