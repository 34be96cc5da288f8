import SourceText

extension [Diagnostic] {
    /// Those that a report has first, in any order.
    func first(_ most: Int) -> [Diagnostic] {
        guard count > most else { return self }
        let order = indices.sorted { Self.precedes(self[$0], self[$1]) ?? ($0 < $1) }
        return order.prefix(most).sorted().map { self[$0] }
    }

    /// As the order of a report, by what is known without looking for lines.
    private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool? {
        let (first, second) = (left.span, right.span)
        if let isFirst = first.source.precedes(second.source) { return isFirst }
        let start = (first.source.firstLine, first.range.start)
        let other = (second.source.firstLine, second.range.start)
        if start != other { return start < other }
        if ByteOrder.equal(left.code.name, right.code.name) { return nil }
        return ByteOrder.precedes(left.code.name, right.code.name)
    }
}

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
