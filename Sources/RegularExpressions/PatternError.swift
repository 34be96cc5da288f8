/// Why a text is not a pattern.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and what would be right.
    public let message: String

    /// Where it is wrong, in UTF-8 bytes from the start of the pattern.
    public let offset: Int

    /// The message and its offset, for a reader.
    public var description: String { "\(message) (at offset \(offset))" }

    init(_ message: String, at offset: Int) {
        (self.message, self.offset) = (message, offset)
    }
}

/// What ECMA-262 does not allow under the `u` flag, but this pattern may mean nevertheless.
public struct PatternWarning: Hashable, Sendable, CustomStringConvertible {
    /// What is unusual, how it is taken, and what to write instead.
    public let message: String

    /// Where it is, in UTF-8 bytes from the start of the pattern.
    public let offset: Int

    /// The message and its offset, for a reader.
    public var description: String { "\(message) (at offset \(offset))" }
}

/// A search that was given up, so whether the text matches is unknown.
///
/// Only patterns with back-references throw it.
public struct MatchLimitExceeded: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many steps the search was allowed.
    public let steps: Int

    /// The limit, for a reader.
    public var description: String {
        "the search took more than \(steps) steps: write the pattern without back-references"
    }
}
