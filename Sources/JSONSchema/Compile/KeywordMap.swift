import Documents

/// The values of a schema's keywords: few, so that looking through them is faster than hashing.
struct KeywordMap {
    private var entries: [(keyword: Keyword, value: Node)] = []

    var keys: [Keyword] { entries.map(\.keyword) }

    subscript(keyword: Keyword) -> Node? {
        get {
            for entry in entries where entry.keyword == keyword { return entry.value }
            return nil
        }
        set {
            entries.removeAll { $0.keyword == keyword }
            if let newValue { entries.append((keyword, newValue)) }
        }
    }
}
