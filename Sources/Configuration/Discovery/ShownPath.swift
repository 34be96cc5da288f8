import Files
import SourceText

/// What outputs call a file, whichever way its path was spelt.
enum ShownPath {
    /// `path` without `.` and `..`, if that leads to the same file; of a file called `-`, a path that does
    /// not mean standard input.
    ///
    /// - Parameter resolved: where the path leads, with every link followed.
    static func of(_ path: String, leadingTo resolved: String) -> String {
        let text = PathScope.normalized(path)
        if ByteOrder.equal(text, "-") { return "./-" }
        let short = text.isEmpty ? "." : text
        if ByteOrder.equal(short, path) { return path }
        let isSame = (try? Folder.resolved(short)).map { ByteOrder.equal($0, resolved) } ?? false
        return isSame ? short : path
    }
}
