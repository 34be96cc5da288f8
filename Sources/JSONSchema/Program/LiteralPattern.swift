import RegularExpressions

/// A pattern without special characters but `^` in front and `$` behind, which is compared rather
/// than matched.
struct LiteralPattern: Sendable {
    private let text: [UInt8]
    private let isAtStart: Bool
    private let isAtEnd: Bool

    /// Nil if the pattern needs a real matcher.
    init?(_ source: String) {
        var bytes = Array(source.utf8)[...]
        if bytes.elementsEqual(".*".utf8) || bytes.elementsEqual("^.*".utf8) {
            bytes = []
        }
        isAtStart = bytes.first == UInt8(ascii: "^")
        if isAtStart { bytes.removeFirst() }
        isAtEnd = bytes.last == UInt8(ascii: "$")
        if isAtEnd { bytes.removeLast() }
        guard !bytes.contains(where: { LiteralPattern.special.contains($0) }) else { return nil }
        text = Array(bytes)
    }

    private static let special = Array("\\^$.*+?()[]{}|".utf8)

    var asciiForm: ASCIIForm { .text(text, isAtStart: isAtStart, isAtEnd: isAtEnd) }

    func matches(_ subject: UnsafeBufferPointer<UInt8>) -> Bool {
        guard subject.count >= text.count else { return false }
        if isAtStart && isAtEnd { return subject.elementsEqual(text) }
        if isAtStart { return subject.starts(with: text) }
        if isAtEnd { return subject.suffix(text.count).elementsEqual(text) }
        if text.isEmpty { return true }
        for start in 0...subject.count - text.count
        where subject[start] == text[0] {
            if subject[start..<start + text.count].elementsEqual(text) { return true }
        }
        return false
    }
}
