/// Matches a pattern such as `^[a-z]{1,8}$`: a number of scalars of one set and no others.
struct RunMatcher: Sendable {
    private let set: ScalarSet
    private let ascii: [Bool]
    private let minimum: Int
    private let maximum: Int

    /// Fails if the terms are anything else.
    init?(of terms: [PatternNode]) {
        guard terms.count == 3, terms[0].isAssertion(.start), terms[2].isAssertion(.end) else {
            return nil
        }
        var node = terms[1]
        var bounds: (minimum: Int, maximum: Int?) = (1, 1)
        if case .repetition(let body, let quantifier, _) = node {
            node = body
            bounds = (quantifier.minimum, quantifier.maximum)
        }
        switch node {
        case .literal(let scalar): set = ScalarSet(scalar)
        case .set(let scalars): set = scalars
        default: return nil
        }
        ascii = (0..<128).map { [set] in set.contains($0) }
        minimum = bounds.minimum
        maximum = bounds.maximum ?? .max
    }

    var asciiForm: ASCIIForm { .run(ascii, minimum: minimum, maximum: maximum) }

    func matches(_ text: UTF8Text) -> Bool {
        ascii.withUnsafeBufferPointer { ascii in
            var count = 0
            var position = 0
            while position < text.count {
                let scalar = text.scalar(after: &position)
                guard scalar < 0x80 ? ascii[Int(scalar)] : set.contains(scalar), count < maximum
                else { return false }
                count += 1
            }
            return count >= minimum
        }
    }
}
