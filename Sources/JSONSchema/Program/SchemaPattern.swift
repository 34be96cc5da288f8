import RegularExpressions

/// A regular expression of a schema, compiled.
package struct SchemaPattern: Sendable {
    /// The pattern as it is written.
    let source: String
    /// What Unicode mode refuses, but was probably meant.
    let warnings: [Remark]
    private let pattern: Pattern

    /// What there is to say about a pattern's text, and at which of its bytes.
    package struct Remark: Error {
        let message: String
        let offset: Int
    }

    /// The matcher gave up: the pattern needs too many steps for this text.
    struct LimitExceeded: Error {}

    package init(_ source: String) throws(Remark) {
        self.source = source
        do {
            pattern = try Pattern(source)
        } catch {
            throw Remark(message: error.message, offset: error.offset)
        }
        warnings = pattern.warnings.map { Remark(message: $0.message, offset: $0.offset) }
    }

    /// Whether `source` is, uncorrected, a pattern of ECMA-262, with or without Unicode mode.
    static func isStrictlyValid(_ source: String) -> Bool {
        guard let warnings = try? Pattern.checkSyntax(of: source) else { return false }
        return warnings.allSatisfy { isPlainEscape(source.utf8.dropFirst($0.offset)) }
    }

    /// Whether the text begins with the escape of a sign, which Unicode mode alone refuses.
    private static func isPlainEscape(_ text: Substring.UTF8View) -> Bool {
        let scalars = Substring(text).unicodeScalars.prefix(2)
        guard scalars.count == 2, scalars.first == "\\", let escaped = scalars.last else {
            return false
        }
        return !escaped.properties.isIDContinue
    }

    /// The pattern as flat data, if it is as simple as that; only for texts of ASCII.
    var asciiForm: ASCIIForm? { pattern.asciiForm }

    /// Whether the pattern matches somewhere in a name, or takes too many steps to find out.
    package func mayMatch(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { (try? matches($0)) ?? true }
    }

    /// Whether the pattern matches somewhere in the text.
    func matches(_ text: UnsafeBufferPointer<UInt8>) throws(LimitExceeded) -> Bool {
        do {
            return try pattern.matches(utf8: text)
        } catch {
            throw LimitExceeded()
        }
    }
}
