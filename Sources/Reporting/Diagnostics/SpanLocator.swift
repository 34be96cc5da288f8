public import SourceText

/// Finds lines and columns of many spans at once.
///
/// The offsets of one source are looked up in order, so that a million spans in one very long line
/// take one pass over it.
struct SpanLocator {
    /// Where each span starts and ends, in the order given.
    private(set) var locations: [LocatedRange]
    /// The tables of all sources met.
    private(set) var tables: [ObjectIdentifier: LineTable] = [:]

    init(_ spans: [SourceSpan]) {
        locations = [LocatedRange](repeating: .unknown, count: spans.count)
        let groups = Dictionary(grouping: spans.indices) { ObjectIdentifier(spans[$0].source) }
        for (id, indices) in groups {
            guard let first = indices.first else { continue }
            var table = LineTable(spans[first].source)
            for index in indices.sorted(by: { spans[$0].range.start < spans[$1].range.start }) {
                locations[index].start = table.location(at: spans[index].range.start)
            }
            for index in indices.sorted(by: { spans[$0].range.end < spans[$1].range.end }) {
                locations[index].end = table.location(at: spans[index].range.end)
            }
            tables[id] = table
        }
    }
}

/// A range between two locations for people; the end is exclusive.
public struct LocatedRange: Sendable, Hashable {
    public var start: Location
    public var end: Location

    /// Until it is located.
    static let unknown = LocatedRange(
        start: Location(line: 1, column: 1), end: Location(line: 1, column: 1))
}
