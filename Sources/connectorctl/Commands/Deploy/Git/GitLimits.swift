/// The limits of what is read from a git repository, each with its reason.
enum GitLimits {
    /// The most bytes of all files together. They are held in memory and written to a temporary folder;
    /// a configuration has a thousandth of that.
    static let totalBytes = 256 << 20
    /// The most files. Each is written, and its name kept to be removed.
    static let files = 100_000
}
