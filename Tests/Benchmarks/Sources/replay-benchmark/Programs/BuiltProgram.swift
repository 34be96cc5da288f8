import Foundation
import Measuring

/// The connectorctl that was built of the same sources.
enum BuiltProgram {
    /// Where it is: beside this program, or in `.build/release` of a folder above this program or the
    /// current one.
    static func path() throws -> String {
        let files = FileManager.default
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var candidates = [own.deletingLastPathComponent().appending(path: "connectorctl")]
        for start in [own.deletingLastPathComponent(), URL(filePath: files.currentDirectoryPath)] {
            candidates += above(start).map { $0.appending(path: ".build/release/connectorctl") }
        }
        guard let found = candidates.first(where: { files.isExecutableFile(atPath: $0.path) })
        else {
            throw BenchmarkError(
                message: "there is no connectorctl; build it with `swift build -c release`, or "
                    + "name it with --program")
        }
        return found.path
    }

    /// The folder and those above it, the nearest first.
    private static func above(_ folder: URL) -> [URL] {
        let count = folder.standardizedFileURL.pathComponents.count
        return (0..<count).map { steps in
            (0..<steps).reduce(folder.standardizedFileURL) { url, _ in
                url.deletingLastPathComponent()
            }
        }
    }
}
