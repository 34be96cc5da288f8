public import SourceText

/// The parts of sources that no excerpt may show: secrets that stand there in plain text.
public struct MaskedRanges: Sendable {
    /// Sorted and disjoint, for each source.
    private var ranges: [ObjectIdentifier: [Range<Int>]] = [:]

    public init(_ spans: [SourceSpan] = []) {
        for span in spans where span.range.start < span.range.end {
            let range = span.range.start..<span.range.end
            ranges[ObjectIdentifier(span.source), default: []].append(range)
        }
        ranges = ranges.mapValues(Self.merged)
    }

    /// The masked range that holds the byte at `offset`.
    ///
    /// - Complexity: O(log *ranges*).
    func range(holding offset: Int, of source: SourceText) -> Range<Int>? {
        guard let list = ranges[ObjectIdentifier(source)] else { return nil }
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < list.count, list[low].contains(offset) else { return nil }
        return list[low]
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
