/// A regular expression as ECMA-262 (2025) defines it under the `u` flag, compiled.
///
/// This is the dialect of JSON Schema's `pattern`: a match may be anywhere in the text, `\d` and
/// `\w` are ASCII, `$` is the very end, and a character is a Unicode scalar.
///
/// The time of a match is linear in the text, whatever the pattern and whatever the text, with one
/// exception: no linear way is known for back-references, so those run under a step limit.
public struct Pattern: Sendable {
    /// The text that the pattern was compiled from.
    public let source: String

    /// What the pattern takes leniently, in the order of the source.
    public let warnings: [PatternWarning]

    let matcher: Matcher

    /// Compiles a pattern.
    ///
    /// - Throws: What is wrong with the pattern, and where.
    public init(_ source: String) throws(PatternError) {
        let syntax = try ParsedPattern(parsing: source)
        self.source = source
        warnings = syntax.warnings
        matcher = try Matcher(of: syntax)
    }

    /// Checks the syntax of a pattern without compiling it, and returns its warnings. Of the limits,
    /// only the one on nesting applies.
    ///
    /// - Complexity: O(*n*) in the length of the pattern.
    /// - Throws: What is wrong with the pattern, and where.
    public static func checkSyntax(of source: String) throws(PatternError) -> [PatternWarning] {
        try ParsedPattern(parsing: source).warnings
    }

    /// Whether there is a match anywhere in a text of valid UTF-8.
    ///
    /// - Complexity: O(*n*) in the bytes of the text, unless the pattern has back-references.
    /// - Throws: Only if the pattern has back-references, and searching took too many steps.
    public func matches(utf8 text: UnsafeRawBufferPointer) throws(MatchLimitExceeded) -> Bool {
        try matcher.matches(UTF8Text(text))
    }

    /// Whether there is a match anywhere in a text of valid UTF-8.
    ///
    /// - Complexity: O(*n*) in the bytes of the text, unless the pattern has back-references.
    /// - Throws: Only if the pattern has back-references, and searching took too many steps.
    public func matches(
        utf8 text: UnsafeBufferPointer<UInt8>
    ) throws(MatchLimitExceeded) -> Bool {
        try matches(utf8: UnsafeRawBufferPointer(text))
    }

    /// Whether there is a match anywhere in a text.
    ///
    /// - Complexity: O(*n*) in the bytes of the text, unless the pattern has back-references.
    /// - Throws: Only if the pattern has back-references, and searching took too many steps.
    public func matches(_ text: String) throws(MatchLimitExceeded) -> Bool {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(MatchLimitExceeded) in try matches(utf8: bytes) }
        }
        return try result.get()
    }
}
