internal import SourceText

/// Text in Mermaid's sequence diagrams, where `;` and a line end end a statement, `#` begins a comment
/// or an entity, `%%` a comment or a directive, and labels may hold markup.
enum MermaidText {
    /// `text` with everything but plain characters as decimal entities, which Mermaid shows as what
    /// they stand for. What could not be shown at all is written as `PrintableText` does.
    static func escaped(_ text: String) -> String {
        let scalars = Array(PrintableText.escaped(text).unicodeScalars)
        var result = ""
        for (position, scalar) in scalars.enumerated() {
            if isPlain(scalar) || scalar == ":" && isInTime(scalars, position) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
        }
        return result
    }

    /// Lines of a note, each of limited width.
    static func note(_ text: String) -> String {
        WrappedText.lines(text, width: 60).map(escaped).joined(separator: "<br/>")
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", "/", "(", ")", "'": true
        // Mermaid puts these in the place of entities while it reads.
        case "\u{FB02}", "\u{B0}", "\u{B6}", "\u{DF}": false
        default: !scalar.isASCII
        }
    }

    /// Whether a colon stands in a time of the day, up to whose end nothing needs an entity: Mermaid
    /// mistakes a colon in the same word as an entity for a style.
    private static func isInTime(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
        guard position > 0, isDigit(scalars[position - 1]) else { return false }
        let rest = scalars[(position + 1)...].prefix { $0 != " " }
        return rest.first.map(isDigit) ?? false
            && rest.allSatisfy { isDigit($0) || ":.,)Z".unicodeScalars.contains($0) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}
