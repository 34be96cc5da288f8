/// Commands that build agents look for in what a program prints: `##vso[…]` (Azure Pipelines), `##[…]` (older
/// GitHub runners, Azure Pipelines) and `##teamcity[…]` anywhere in a line, `::name …::` (GitHub) at its
/// beginning. Text from input must not become one.
public enum BuildCommands {
    /// How the first character of a command is written, so that it no longer begins one.
    public enum Spelling: Sendable {
        /// As `PrintableText` escapes.
        case shown
        /// As a reference in XML, which leaves its meaning as it is.
        case xml
        /// As an escape in a YAML string in double quotes.
        case yaml

        func text(_ byte: UInt8) -> String {
            switch self {
            case .shown: PrintableText.escape(Unicode.Scalar(byte))
            case .xml: "&#\(byte);"
            case .yaml: "\\x" + Hexadecimal.pair(byte)
            }
        }
    }

    /// `text`, which consists of whole lines, with the first character of each command in another
    /// spelling; nil if there are no commands.
    ///
    /// - Complexity: O(*bytes*)
    public static func disarmed(_ text: [UInt8], as spelling: Spelling) -> [UInt8]? {
        var result: [UInt8]?
        var copied = 0
        for offset in commands(in: text) {
            var changed = result ?? []
            result = nil
            changed += text[copied..<offset] + Array(spelling.text(text[offset]).utf8)
            result = changed
            copied = offset + 1
        }
        return result.map { $0 + text[copied...] }
    }

    /// The offsets at which commands begin.
    private static func commands(in text: [UInt8]) -> [Int] {
        var found: [Int] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: ASCII.lineFeed) ?? text.count
            let line = text[start..<end]
            if let offset = lineCommand(line) { found.append(offset) }
            for offset in line.indices
            where line[offset] == numberSign && beginsBracket(line[offset...]) {
                found.append(offset)
            }
            start = end + 1
        }
        return found
    }

    /// Where `::name …::` begins, if that is what the line begins with, except for white space.
    private static func lineCommand(_ line: ArraySlice<UInt8>) -> Int? {
        let text = line.drop { $0 == ASCII.space || $0 == ASCII.tab || $0 == ASCII.carriageReturn }
        guard text.starts(with: "::".utf8) else { return nil }
        let rest = text.dropFirst(2)
        let hasEnd = zip(rest, rest.dropFirst()).contains { $0 == colon && $1 == colon }
        return hasEnd ? text.startIndex : nil
    }

    /// Whether `text` begins with `##`, perhaps a word, and `[`.
    package static func beginsBracket(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == numberSign, text.dropFirst().first == numberSign else { return false }
        return text.dropFirst(2).first { !ASCII.isLetter($0) } == UInt8(ascii: "[")
    }

    private static let colon = UInt8(ascii: ":")
    private static let numberSign = UInt8(ascii: "#")
}
