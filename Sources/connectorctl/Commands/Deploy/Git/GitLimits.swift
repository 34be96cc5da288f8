/// The limits of what is read from a git repository, each with its reason.
struct GitLimits {
    /// The most bytes of all files together. They are held in memory and written to a temporary folder;
    /// a configuration has a thousandth of that.
    var totalBytes = 256 << 20
    /// The most files. Each is written, and its name kept to be removed.
    var files = 100_000

    /// The limits of the program.
    static let standard = GitLimits()
}
