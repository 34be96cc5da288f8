internal import SourceText

/// Text in Mermaid's sequence diagrams, where `;` and a line end end a statement, `#` begins a comment
/// or an entity, `%%` a comment or a directive, and labels may hold markup.
enum MermaidText {
    /// `text` with everything but plain characters as decimal entities, which Mermaid shows as what
    /// they mean. What could not be shown at all is written as `PrintableText` does.
    static func escaped(_ text: String) -> String {
        let scalars = Array(PrintableText.escaped(text).unicodeScalars)
        var result = ""
        for (position, scalar) in scalars.enumerated() {
            let isWord = words.contains { scalars[position...].starts(with: $0) }
            if isPlain(scalar), !isWord {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
        }
        return result
    }

    /// Mermaid takes the end off an entity that follows one of these and a colon.
    private static let words = ["style", "classDef"].map { Array($0.unicodeScalars) }

    /// Lines of a note, each of limited width.
    static func note(_ text: String) -> String {
        WrappedText.lines(text, width: 60).map(escaped).joined(separator: "<br/>")
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", "/", ":", "(", ")", "'": true
        // Mermaid replaces the ends of entities by these while it reads.
        case "\u{FB02}", "\u{B6}": false
        default: !scalar.isASCII
        }
    }
}
