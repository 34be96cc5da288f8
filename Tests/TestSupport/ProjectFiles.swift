public import Foundation

/// The files of this package, found from where this one is.
public enum ProjectFiles {
    /// The package's folder.
    public static let root: URL = {
        var package = URL(filePath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        return package
    }()

    /// The file or folder at `path` below the package's folder.
    public static func url(_ path: String) -> URL {
        root.appending(path: path)
    }

    /// The absolute path of the file or folder at `path` below the package's folder.
    public static func path(_ path: String) -> String {
        url(path).path
    }

    /// Whether there is a file or folder at `path` below the package's folder.
    public static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    /// The bytes of the file at `path` below the package's folder.
    public static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url(path)))
    }

    /// The names in the folder, in byte order.
    public static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The text of the file at `path` below the package's folder.
    public static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The paths of all files below `folder`, from there, in byte order. Hidden files and folders do
    /// not count: they hold what was built, as in the package of the benchmarks.
    public static func files(below folder: String) throws -> [String] {
        let root = url(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { path in
                let parts = path.split(separator: "/")
                guard !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
                var isFolder: ObjCBool = false
                let file = root.appending(path: path).path
                return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
