import Files
import SourceText

/// The folders that a configuration consists of, with every link followed.
package struct ConfigurationRoots: Sendable {
    private var folders: Set<ExactText> = []

    init(_ folders: some Sequence<String> = []) {
        self.folders = Set(folders.map(ExactText.init))
    }

    mutating func insert(_ folder: String) {
        folders.insert(ExactText(folder))
    }

    /// A folder that is `path`, or holds it; nil if there is none. The path is absolute and without dots.
    ///
    /// - Complexity: O(*depth*) of the path, however many folders there are.
    func root(of path: String) -> String? {
        var path = path
        while !folders.contains(ExactText(path)) {
            let parent = PathText.parent(path)
            if parent == path || parent == "." { return nil }
            path = parent
        }
        return path
    }
}
