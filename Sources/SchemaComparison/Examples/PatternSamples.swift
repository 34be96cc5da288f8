import RegularExpressions
import SourceText

/// Makes up texts that a regular expression probably matches. It does not look at what assertions
/// and back-references require: whether a text does match is for the matcher to say.
enum PatternSamples {
    private static let longest = 300

    /// Texts of different choices and, as far as repetitions allow, of these lengths.
    static func samples(of pattern: String, lengths: [Int]) -> [String] {
        guard pattern.utf8.count <= 1_000, let parsed = try? ParsedPattern(parsing: pattern) else {
            return []
        }
        var result: [String] = []
        for choice in 0..<4 {
            let shortest = text(parsed.root, choice, extra: 0)
            result.append(shortest)
            let count = shortest.unicodeScalars.count
            let extras = [1, 2, 6] + lengths.map { $0 - count }
            for extra in extras where extra > 0 && extra <= longest {
                result.append(text(parsed.root, choice, extra: extra))
            }
        }
        var seen: Set<ExactText> = []
        return result.filter { seen.insert(ExactText($0)).inserted }
    }

    private static func text(_ root: PatternNode, _ choice: Int, extra: Int) -> String {
        var writer = Writer(choice: choice, extra: extra)
        writer.write(root)
        return String(String.UnicodeScalarView(writer.scalars))
    }

    private struct Writer {
        let choice: Int
        /// The repetitions beyond the least ones that are still to be spent.
        var extra: Int
        var scalars: [Unicode.Scalar] = []

        mutating func write(_ node: PatternNode) {
            guard scalars.count < 4 * longest else { return }
            switch node {
            case .literal(let value): scalars += [value].compactMap(Unicode.Scalar.init)
            case .set(let set):
                let members = PatternSamples.members(of: set)
                if !members.isEmpty { scalars.append(members[choice % members.count]) }
            case .sequence(let nodes): for node in nodes { write(node) }
            case .choice(let nodes): write(nodes[choice % nodes.count])
            case .group(_, let node): write(node)
            case .repetition(let node, let quantifier, _):
                let most = quantifier.maximum ?? .max
                let more = min(extra, most - quantifier.minimum)
                extra -= more
                for _ in 0..<min(min(quantifier.minimum, longest) + more, longest) { write(node) }
            case .assertion, .look, .backreference: break
            }
        }
    }

    /// Some members of a set: common characters if it reaches beyond ASCII, as what a class
    /// excludes does; or else the ends and the middle of each run, letters first.
    private static func members(of set: ScalarSet) -> [Unicode.Scalar] {
        let common: [Unicode.Scalar] = ["a", "0", "Z", "-", " ", "é"]
        let known = common.filter { set.contains($0.value) }
        if !known.isEmpty, let last = set.runs.last, last.upperBound > 0x7F { return known }
        return set.runs.reversed().flatMap { run in
            let (low, high) = (run.lowerBound, run.upperBound)
            return low == high ? [low] : [low, high, low + (high - low) / 2]
        }.compactMap(Unicode.Scalar.init)
    }
}
