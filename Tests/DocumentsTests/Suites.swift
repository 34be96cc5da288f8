import Foundation
import SourceText

/// The public conformance suites, which are no part of this package: they are looked for in the
/// folder that `CONNECTORCTL_SUITES` names, else in `../shared/suites` beside the package.
enum Suites {
    /// The folder of the suite `name`, nil if it is not on this machine.
    static func folder(_ name: String) -> URL? {
        let folder = root.appending(path: name, directoryHint: .isDirectory)
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    private static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["CONNECTORCTL_SUITES"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        var package = URL(filePath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        return package.appending(path: "../shared/suites", directoryHint: .isDirectory)
    }()

    /// The names in `folder`, in byte order.
    static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .sorted(by: ByteOrder.precedes)
    }

    /// The content of a file, as a source with the file's name.
    static func source(_ file: URL) throws -> SourceText {
        SourceText(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    }
}
