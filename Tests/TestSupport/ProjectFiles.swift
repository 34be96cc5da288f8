public import Foundation

/// The files of this package, found from where this one stands.
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

    /// The bytes of the file at `path` below the package's folder.
    public static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url(path)))
    }

    /// The names in the folder, in byte order.
    public static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// The public conformance suites, which are no part of this package: they are looked for in the
/// folder that `CONNECTORCTL_SUITES` names, else in `../shared/suites` beside the package.
public enum Suites {
    /// The folder of the suite `name`, nil if it is not at hand.
    public static func folder(_ name: String) -> URL? {
        let folder = root.appending(path: name, directoryHint: .isDirectory)
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    private static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["CONNECTORCTL_SUITES"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return ProjectFiles.url("../shared/suites")
    }()
}
