import Files

/// Files that lie inside a configuration. They are found by their paths, and then opened without
/// following any link: whatever is moved or linked in between, what is read lies inside.
enum ScopedFile {
    /// As often as this nothing is replaced between being found and being opened, unless somebody does
    /// so all the time.
    static let mostTries = 16

    /// Opens the file at `resolved`, which lies in the folder `root`; nil if it is gone, or a link is
    /// on the way by now.
    static func open(
        _ resolved: String, in root: String, as shown: String
    ) throws(FileError) -> OpenFile? {
        try OpenFile.open(
            below: root, PathScope.relative(resolved, from: root), as: shown)
    }

    /// Opens the file at `path`, which led to `resolved` in the folder `root`; nil if it leads nowhere,
    /// or outside, by now.
    static func open(
        _ path: String, _ resolved: String, in root: String
    ) throws(FileError) -> OpenFile? {
        var resolved = resolved
        for _ in 0..<mostTries {
            if let file = try open(resolved, in: root, as: path) { return file }
            guard let next = try Folder.resolvedIfThere(path) else { return nil }
            guard PathScope.contains(next, in: root) else { return nil }
            resolved = next
        }
        return nil
    }
}
