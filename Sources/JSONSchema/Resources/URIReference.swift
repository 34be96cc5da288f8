import SourceText

/// A URI reference in the parts of RFC 3986, read leniently: any text can be taken apart.
package struct URIReference {
    package var scheme: Substring?
    package var authority: Substring?
    package var path: String
    package var query: Substring?
    package var fragment: Substring?

    package init(_ text: String) {
        var rest = text[...]
        fragment = URIReference.cut(&rest, from: "#")
        query = URIReference.cut(&rest, from: "?")
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")),
            URIReference.isScheme(rest[..<colon])
        {
            scheme = rest[..<colon]
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[start..<end]
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// Removes and returns what follows the first `mark`.
    private static func cut(_ text: inout Substring, from mark: Unicode.Scalar) -> Substring? {
        guard let index = text.utf8.firstIndex(of: UInt8(ascii: mark)) else { return nil }
        let tail = text[text.utf8.index(after: index)...]
        text = text[..<index]
        return tail
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, ASCII.isLetter(first) else { return false }
        return text.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "+-.".utf8.contains($0) }
    }

    /// The reference without its fragment, as text.
    package var withoutFragment: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        return text
    }

    /// The fragment with its percent escapes decoded; empty if there is none.
    var decodedFragment: String {
        String(decoding: PercentEncoding.decoded((fragment ?? "").utf8), as: UTF8.self)
    }
}
