import SourceText

/// A line of a `.gitignore` that is about exactly one file.
enum IgnoreLine {
    /// - Parameter path: the file's path from the folder that the `.gitignore` is in.
    static func text(for path: String) -> String {
        var line = "/" + path.unicodeScalars.map(spelling).joined()
        // Git cuts off spaces at the end unless the last one is escaped.
        if line.utf8.last == ASCII.space { line = line.dropLast() + "\\ " }
        return line
    }

    private static func spelling(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "*", "?", "[", "\\": "\\" + String(scalar)
        // What no line can have, or nobody would see: a question mark is any one byte.
        case _ where PrintableText.mustEscape(scalar):
            String(repeating: "?", count: UTF8.width(scalar))
        default: String(scalar)
        }
    }
}
