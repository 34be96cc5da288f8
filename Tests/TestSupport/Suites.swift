public import Foundation

/// The public conformance suites, which do not come with this package: they are looked for in the
/// folder that `CONNECTORCTL_SUITES` names, else in `../shared/suites` beside the package.
public enum Suites {
    static let variable = "CONNECTORCTL_SUITES"

    /// The folder of the suite `name`, nil if it is not at hand.
    public static func folder(_ name: String) -> URL? {
        let folder = root.appending(path: name, directoryHint: .isDirectory)
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    private static let root: URL = {
        if let path = ProcessInfo.processInfo.environment[variable] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return ProjectFiles.url("../shared/suites")
    }()
}
