/// Matches a pattern that is a plain text, perhaps between `^` and `$`.
struct TextMatcher: Sendable {
    private let bytes: [UInt8]
    private let isAtStart: Bool
    private let isAtEnd: Bool

    /// Fails if the terms are more than a text, or a text too long to be sought byte by byte.
    init?(of terms: [PatternNode]) {
        var terms = terms[...]
        isAtStart = terms.first?.isAssertion(.start) ?? false
        if isAtStart { terms.removeFirst() }
        isAtEnd = terms.last?.isAssertion(.end) ?? false
        if isAtEnd { terms.removeLast() }
        var bytes: [UInt8] = []
        for term in terms {
            guard case .literal(let value) = term, let scalar = Unicode.Scalar(value) else {
                return nil
            }
            bytes += UTF8.encode(scalar).map(Array.init) ?? []
        }
        guard isAtStart || isAtEnd || bytes.count <= PatternLimits.soughtBytes else { return nil }
        self.bytes = bytes
    }

    var asciiForm: ASCIIForm { .text(bytes, isAtStart: isAtStart, isAtEnd: isAtEnd) }

    func matches(_ text: UTF8Text) -> Bool {
        let last = text.count - bytes.count
        if last < 0 { return false }
        if isAtStart { return (!isAtEnd || last == 0) && isFound(at: 0, in: text) }
        if isAtEnd { return isFound(at: last, in: text) }
        guard let first = bytes.first else { return true }
        for position in 0...last where text.bytes[position] == first {
            if isFound(at: position, in: text) { return true }
        }
        return false
    }

    private func isFound(at position: Int, in text: UTF8Text) -> Bool {
        for index in bytes.indices where text.bytes[position + index] != bytes[index] {
            return false
        }
        return true
    }
}
