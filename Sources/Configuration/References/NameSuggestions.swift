import SourceText

/// Suggests names for misspelt ones, as long as that takes no noticeable time: a configuration with
/// many names and many faults still gets all its findings, the last of them without suggestions.
struct NameSuggestions {
    private let names: [String]
    private var comparisonsLeft = 200_000

    init(_ names: [String]) {
        self.names = names
    }

    /// A question that names the nearest name, if there is one.
    mutating func hint(for word: String) -> String? {
        guard comparisonsLeft >= names.count else { return nil }
        comparisonsLeft -= names.count
        return Suggestion.hint(for: word, among: names)
    }
}
