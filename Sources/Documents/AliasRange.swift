package import SourceText

/// Where an alias repeats a value that is written elsewhere.
package struct AliasRange: Sendable {
    /// The records that it adds, the first of which is the value.
    package var first: UInt32
    package var next: UInt32
    /// The bytes of the alias.
    package let start: UInt32
    package let end: UInt32
}

extension Node {
    /// Where the alias is that repeats this value, or one that holds it; nil for a value that is written where
    /// it is used.
    ///
    /// - Complexity: O(log *aliases*).
    package var alias: SourceSpan? {
        let aliases = document.aliases
        guard !aliases.isEmpty else { return nil }
        let first = aliases.partitioningIndex { Int($0.next) > index }
        guard first < aliases.count, Int(aliases[first].first) <= index else { return nil }
        let found = aliases[first]
        return document.source.span(SourceRange(start: Int(found.start), end: Int(found.end)))
    }
}
