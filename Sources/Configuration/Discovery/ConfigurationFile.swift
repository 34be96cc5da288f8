import SourceText

/// A file that may hold documents of the configuration.
struct ConfigurationFile: Sendable {
    /// As the user wrote it, or as it was found below a folder the user wrote.
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
    /// The content of a file that is not there yet.
    var addition: SourceText?
}

/// What the paths of a run lead to.
struct DiscoveredFiles: Sendable {
    /// In the order of the bytes of their paths; no file twice.
    var files: [ConfigurationFile] = []
    /// The folders that the configuration consists of, with every link followed. What its
    /// documents refer to must lie in one of them.
    var roots: [String] = []
}
