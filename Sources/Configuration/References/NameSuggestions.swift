import SourceText

/// Suggests names for misspelt ones, as long as that takes no noticeable time: a configuration with
/// many names and many faults still gets all its findings, the last of them without suggestions.
struct NameSuggestions {
    private let names: [String]
    private var comparisonsLeft = 200_000

    /// - Parameter names: each counts once.
    init(_ names: [String]) {
        var known: Set<ExactText> = []
        self.names = names.filter { known.insert(ExactText($0)).inserted }
    }

    /// A question that names the nearest name, if there is one.
    mutating func hint(for word: String) -> String? {
        guard comparisonsLeft >= names.count else { return nil }
        comparisonsLeft -= names.count
        return Suggestion.hint(for: word, among: names)
    }

    /// What there is instead, if that is something.
    var listing: String? {
        guard let first = names.first else { return nil }
        if names.count == 1 { return "the only one is `\(first)`" }
        return "there are "
            + Listing.short(names.prefix(Self.mostListed).map { "`\($0)`" }, by: "and")
            + (names.count > Self.mostListed ? " and others" : "")
    }

    private static let mostListed = 6
}
