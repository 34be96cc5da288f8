extension Pattern {
    /// Reads a pattern without compiling it, for who only wants to know whether it is one; returns
    /// what is taken leniently. The limits of compiled patterns do not count, but nesting does.
    ///
    /// - Complexity: O(*n*) in the length of the pattern.
    /// - Throws: What is wrong with the pattern, and where.
    public static func checkSyntax(
        of source: String
    ) throws(PatternError) -> [PatternWarning] {
        try Syntax(parsing: source).warnings
    }
}
