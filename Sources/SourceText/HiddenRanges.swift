/// The bytes of one source that no output may show.
///
/// Sorted, disjoint and never empty, so that a look-up is a binary search.
public struct HiddenRanges: Sendable, Hashable {
    private let ranges: [Range<Int>]

    /// Everything may be shown.
    public static let none = HiddenRanges([])

    /// - Parameter ranges: in any order; they may overlap.
    /// - Complexity: O(*n* log *n*).
    public init(_ ranges: some Sequence<SourceRange>) {
        var sorted = ranges.filter { $0.start < $0.end }
        // They mostly come in order.
        if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0.start <= $1.start }) {
            sorted.sort { $0.start < $1.start }
        }
        var merged: [Range<Int>] = []
        for range in sorted.lazy.map({ $0.start..<$0.end }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                let end = max(last.upperBound, range.upperBound)
                merged[merged.count - 1] = last.lowerBound..<end
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    /// Both together.
    public func union(_ other: HiddenRanges) -> HiddenRanges {
        HiddenRanges(
            (ranges + other.ranges).map { SourceRange(start: $0.lowerBound, end: $0.upperBound) })
    }

    /// The hidden range that holds the byte at `offset`.
    ///
    /// - Complexity: O(log *ranges*).
    public func range(holding offset: Int) -> Range<Int>? {
        let first = ranges.partitioningIndex { $0.upperBound > offset }
        guard first < ranges.count, ranges[first].contains(offset) else { return nil }
        return ranges[first]
    }
}
