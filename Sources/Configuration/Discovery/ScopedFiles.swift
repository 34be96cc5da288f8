import Files

/// Files that lie inside a configuration. They are found by their paths, and then opened without
/// following any link: whatever is moved or linked in between, what is read lies inside.
struct ScopedFiles {
    /// Nothing is replaced this often between being found and being opened, unless somebody keeps
    /// doing it on purpose.
    static let mostTries = 16

    private let root: String
    private let folder: OpenFolder?

    /// - Parameter root: the path of the configuration's folder, with every link followed.
    init(in root: String) throws(FileError) {
        self.root = root
        folder = try OpenFolder.open(root)
    }

    /// Opens the file at `resolved`, which lies in the folder; nil if it is gone, or a link is on the way
    /// by now.
    func open(_ resolved: String, as shown: String) throws(FileError) -> OpenFile? {
        let path = resolved.utf8.dropFirst(root.utf8.count).drop { $0 == UInt8(ascii: "/") }
        return try folder?.file(String(Substring(path)), as: shown)
    }

    /// Opens the file at `path`, which led to `resolved` in the folder; nil if it leads nowhere, or
    /// outside, by now.
    func open(_ path: String, leadingTo resolved: String) throws(FileError) -> OpenFile? {
        var resolved = resolved
        for _ in 0..<Self.mostTries {
            if let file = try open(resolved, as: path) { return file }
            guard let next = try Folder.resolvedIfThere(path), PathScope.contains(next, in: root)
            else { return nil }
            resolved = next
        }
        return nil
    }
}
