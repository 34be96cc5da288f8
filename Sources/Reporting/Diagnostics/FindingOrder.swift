import SourceText

extension [Report.Finding] {
    /// In the order of a report: path by bytes, line, column, code by bytes; then as they were found.
    ///
    /// Lines are compared, not offsets: the lines of an event stream are sources of their own.
    var inReportOrder: [Report.Finding] {
        indices.sorted { Self.precedes(self[$0], self[$1]) ?? ($0 < $1) }.map { self[$0] }
    }

    private static func precedes(_ left: Report.Finding, _ right: Report.Finding) -> Bool? {
        let (first, second) = (left.diagnostic, right.diagnostic)
        if let isFirst = first.span.source.precedes(second.span.source) { return isFirst }
        if left.range.start != right.range.start { return left.range.start < right.range.start }
        if ByteOrder.equal(first.code.name, second.code.name) { return nil }
        return ByteOrder.precedes(first.code.name, second.code.name)
    }
}
