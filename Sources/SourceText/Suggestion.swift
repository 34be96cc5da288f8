/// Finds the known name that a misspelt one probably means.
public enum Suggestion {
    /// The name in `candidates` nearest to `word`, if it is near enough to be worth naming: at most
    /// a third of the letters differ (insertions, deletions, replacements and swaps of neighbours). A part
    /// before a `.` that both begin with does not count: `payment.refunded` is not `payment.created`.
    ///
    /// - Complexity: O(*candidates* · *length*²), with names over 64 scalars skipped.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let letters = Array(word.lowercased().unicodeScalars)
        guard !letters.isEmpty, letters.count <= longest else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            guard other.count <= longest else { continue }
            let distance = editDistance(letters, other)
            let length = max(letters.count, other.count) - sharedParts(letters, other)
            guard distance * 3 <= length else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
        }
        return best?.name
    }

    /// A hint that names the nearest of `candidates`, if one is near enough.
    public static func hint(for word: String, among candidates: [String]) -> String? {
        nearest(to: word, among: candidates).map(question)
    }

    public static func question(_ name: String) -> String { "did you mean `\(name)`?" }

    private static let longest = 64

    /// How many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
    ///
    /// - Complexity: O(*lengths multiplied*).
    package static func distance(_ first: String, _ second: String) -> Int {
        editDistance(Array(first.unicodeScalars), Array(second.unicodeScalars))
    }

    /// How long the parts are that both begin with, up to and with a `.`.
    private static func sharedParts(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        let shared = zip(a, b).prefix { $0 == $1 }.map(\.0)
        return (shared.lastIndex(of: ".") ?? -1) + 1
    }

    /// The optimal string alignment distance.
    private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
                var cost = min(replaced, previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
