import SourceText

/// What is said of findings that are counted, but not shown.
enum Unreported {
    static func text(_ count: Int) -> String {
        let verb = count == 1 ? "is" : "are"
        return "\(Listing.count(count, "more finding")) \(verb) not shown: "
            + "--max-findings all shows all"
    }
}
