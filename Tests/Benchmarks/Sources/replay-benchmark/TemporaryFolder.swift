import Foundation

/// A folder for what is not to stay.
struct TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "replay-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    /// The path of something in it.
    func path(_ name: String) -> String { url.appending(path: name).path }

    /// The path of something in it, at which there is nothing any more.
    func emptyPath(_ name: String) throws -> String {
        let path = path(name)
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
        return path
    }

    func remove() {
        // What cannot be removed stays in a folder for such things.
        try? FileManager.default.removeItem(at: url)
    }
}
