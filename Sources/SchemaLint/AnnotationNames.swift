import JSONSchema

/// The keywords that only describe, which the engine does not need to know.
enum AnnotationNames {
    /// The dialects since which each exists.
    private static let all: [(name: String, since: Dialect)] = [
        ("title", .draft4), ("description", .draft4), ("default", .draft4),
        ("examples", .draft6),
        ("$comment", .draft7), ("readOnly", .draft7), ("contentMediaType", .draft7),
        ("contentEncoding", .draft7),
        ("$vocabulary", .draft2019), ("deprecated", .draft2019),
    ]

    /// Each dialect that gives the name a meaning, as an annotation or otherwise.
    static func dialects(of name: String) -> [Dialect] {
        if let keyword = Keyword(rawValue: name) {
            return Dialect.allCases.filter(keyword.exists)
        }
        guard let entry = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
            return []
        }
        return Dialect.allCases.filter { $0.isSince(entry.since) }
    }

    /// Every keyword of a dialect.
    static func keywords(of dialect: Dialect) -> [String] {
        Keyword.allCases.filter { $0.exists(in: dialect) }.map(\.rawValue)
            + all.filter { dialect.isSince($0.since) }.map(\.name)
    }
}
