/// Lists within a sentence.
public enum ListText {
    /// `a, b and c`.
    public static func joined(_ items: [String], _ word: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }

    /// Names in backticks, separated by commas.
    public static func quoted(_ names: some Sequence<String>) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }
}
