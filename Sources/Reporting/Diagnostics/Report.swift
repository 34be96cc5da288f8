public import SourceText

/// The findings of a run, located and in order: file, line, column, code.
public struct Report: Sendable {
    public let findings: [Finding]
    public let summary: ReportSummary
    private let tables: [ObjectIdentifier: LineTable]

    /// A finding with its location and those of its notes.
    public struct Finding: Sendable {
        public let diagnostic: Diagnostic
        public let range: LocatedRange
        /// The locations of the notes, as many as there are notes; nil where a note has none.
        public let noteRanges: [LocatedRange?]
    }

    /// Sorts and locates `diagnostics`.
    ///
    /// - Parameters:
    ///   - files: how many files were looked at.
    ///   - documents: how many documents were found in them.
    ///   - checked: what these documents are, such as `3 connectors`.
    /// - Complexity: O(*n* log *n*) for *n* findings, plus one pass over each source.
    public init(
        _ diagnostics: [Diagnostic], files: Int, documents: Int, checked: [String] = []
    ) {
        let spans = diagnostics.flatMap { [$0.span] + $0.notes.compactMap(\.span) }
        let locator = SpanLocator(spans)
        var ranges = locator.locations.makeIterator()
        let findings = diagnostics.map { diagnostic in
            let range = ranges.next()
            let notes = diagnostic.notes.map { $0.span == nil ? nil : ranges.next() }
            return Finding(
                diagnostic: diagnostic, range: range ?? .unknown, noteRanges: notes)
        }
        self.findings = findings.inReportOrder
        tables = locator.tables
        summary = ReportSummary(
            diagnostics, files: files, documents: documents, checked: checked)
    }

    /// The line table of a source that a finding or note points into.
    func table(of source: SourceText) -> LineTable? {
        tables[ObjectIdentifier(source)]
    }
}
