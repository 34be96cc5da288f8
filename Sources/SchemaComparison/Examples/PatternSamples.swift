import SourceText

/// Makes up texts that a regular expression probably matches. It reads the common parts of the
/// language and passes over the rest: whether a text does match is for the matcher to say.
enum PatternSamples {
    private static let longest = 300

    /// Texts of different choices and, as far as repetitions allow, of these lengths.
    static func samples(of pattern: String, lengths: [Int]) -> [String] {
        guard pattern.utf8.count <= 1_000 else { return [] }
        var parser = PatternOutline(pattern)
        let outline = parser.parse()
        var result: [String] = []
        for choice in 0..<4 {
            let shortest = text(outline, choice, extra: 0)
            result.append(shortest)
            let count = shortest.unicodeScalars.count
            let extras = [1, 2, 6] + lengths.map { $0 - count }
            for extra in extras where extra > 0 && extra <= longest {
                result.append(text(outline, choice, extra: extra))
            }
        }
        var seen: Set<ExactText> = []
        return result.filter { seen.insert(ExactText($0)).inserted }
    }

    private static func text(_ outline: PatternOutline.Part, _ choice: Int, extra: Int) -> String {
        var writer = Writer(choice: choice, extra: extra)
        writer.write(outline)
        return String(String.UnicodeScalarView(writer.scalars))
    }

    private struct Writer {
        let choice: Int
        /// The repetitions beyond the least ones that are still to be spent.
        var extra: Int
        var scalars: [Unicode.Scalar] = []

        mutating func write(_ part: PatternOutline.Part) {
            guard scalars.count < 4 * PatternSamples.longest else { return }
            switch part {
            case .scalars(let choices):
                if choices.isEmpty { return }
                scalars.append(choices[choice % choices.count])
            case .sequence(let parts): for part in parts { write(part) }
            case .either(let parts):
                if parts.isEmpty { return }
                write(parts[choice % parts.count])
            case .repeated(let part, let least, let most):
                let more = min(extra, most - least, PatternSamples.longest)
                extra -= more
                for _ in 0..<min(least + more, PatternSamples.longest) { write(part) }
            }
        }
    }
}
