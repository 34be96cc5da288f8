import SourceText

/// A file that may hold documents of the configuration.
struct ConfigurationFile: Sendable {
    /// As the user wrote it, or as it was found below a folder the user wrote, without `.` and `..` where
    /// that leads to the same file.
    let path: String
    /// With every link followed.
    let resolvedPath: String
    /// The folder whose walk found it; of a named file, its own.
    let folder: String
    /// The walked folder with every link followed; nil for a named file.
    var root: String?
    /// Whether the user named the file itself, so that each of its documents must be ours.
    let isNamed: Bool
    /// Whether a link led to it.
    var isLinked = false
    /// Where its content comes from, unless it is read from its path.
    var content: Content?

    enum Content: Sendable {
        case standardInput
        /// It is not there yet.
        case addition(SourceText)
    }
}

/// What the paths of a run lead to.
struct DiscoveredFiles: Sendable {
    /// In the order of the bytes of their paths; no file twice.
    var files: [ConfigurationFile] = []
    /// What the documents of the configuration refer to must lie in one of these folders.
    var roots = ConfigurationRoots()
    /// What could not be looked at.
    var diagnostics: [Diagnostic] = []
}
