/// Lists and counts within a sentence.
package enum Listing {
    /// `a, b or c`
    package static func or(_ items: [String]) -> String { joined(items, by: "or") }

    /// `a, b and c`
    package static func and(_ items: [String]) -> String { joined(items, by: "and") }

    /// How many items a short list has by name.
    package static let shortLimit = 8

    /// `a, b or 17 others`, with at most `limit` items by name.
    ///
    /// - Parameter count: how many items there are, where `items` is only the first of them.
    package static func short(
        _ items: [String], of count: Int? = nil, limit: Int = shortLimit, by word: String = "or"
    ) -> String {
        let count = count ?? items.count
        guard count > limit else { return joined(items, by: word) }
        let others = count - limit
        return items.prefix(limit).joined(separator: ", ")
            + " \(word) \(others) other\(others == 1 ? "" : "s")"
    }

    /// The items with `word` before the last one; `nothing` for none.
    package static func joined(_ items: [String], by word: String) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "nothing" }
        return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }

    /// Names in backticks, separated by commas.
    package static func quoted(_ names: some Sequence<String>) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// `1 element`, `2 elements`
    package static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
