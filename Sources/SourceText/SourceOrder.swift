extension SourceText {
    /// Whether it comes before `other` in a report, by the bytes of the paths; nil for the same path.
    package func precedes(_ other: SourceText) -> Bool? {
        if self === other || ByteOrder.equal(path, other.path) { return nil }
        return ByteOrder.precedes(path, other.path)
    }
}

extension Array {
    /// The elements by path and by where they begin; those that begin at the same offset keep their
    /// order.
    package func inSourceOrder(_ span: (Element) -> SourceSpan) -> [Element] {
        indices.sorted {
            let (left, right) = (span(self[$0]), span(self[$1]))
            return left.source.precedes(right.source)
                ?? ((left.range.start, $0) < (right.range.start, $1))
        }.map { self[$0] }
    }
}
