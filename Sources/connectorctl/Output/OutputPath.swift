/// Where an option such as `--out` has a command write.
enum OutputPath {
    /// The file; nil for standard output, which `-` means as well.
    static func file(_ path: String?) -> String? {
        isStandardOutput(path) ? nil : path
    }

    /// Whether `path` is the name of standard output.
    static func isStandardOutput(_ path: String?) -> Bool {
        path?.utf8.elementsEqual("-".utf8) ?? false
    }
}
