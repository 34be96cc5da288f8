import Foundation
import TestSupport
import Testing

@Suite("The house is tidy")
struct TidyTests {
    /// The floors, lowest first, as the README's map has them.
    private static let floors = [
        "CLibrary", "SourceText", "JSONText", "Files", "Parallelism", "Documents",
        "RegularExpressions",
        "JSONSchema", "SchemaComparison", "SchemaLint", "HashKeys",
        "Configuration", "Payments", "Generation", "Events", "Replay", "ConfiguredReplay",
        "Stories", "Exploration", "Scenarios", "Deployment",
        "Reporting",
        "connectorctl",
    ]

    private struct Source {
        let path: String
        let lines: [Substring]
        /// The folder of `Sources` that it stands in.
        var floor: String { String(path.split(separator: "/")[1]) }
    }

    private static func sources(below folder: String) throws -> [Source] {
        let root = ProjectFiles.url(folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        // Hidden folders hold what was built, such as that of the benchmarks.
        let own = paths.filter { path in
            path.hasSuffix(".swift")
                && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        return try own.map { path in
            let data = try Data(contentsOf: root.appending(path: path))
            let text = String(decoding: data, as: UTF8.self)
            return Source(
                path: folder + "/" + path,
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    @Test("imports point down")
    func imports() throws {
        for source in try Self.sources(below: "Sources") {
            let own = try #require(Self.floors.firstIndex(of: source.floor), "\(source.path)")
            for line in source.lines where line.contains("import ") && !line.contains("//") {
                let name = String(line.split(separator: " ").last ?? "")
                guard let imported = Self.floors.firstIndex(of: name) else { continue }
                #expect(imported < own, "\(source.path) imports \(name)")
            }
        }
    }

    @Test("nothing traps where input could reach it, and nothing is left to do")
    func words() throws {
        // Put together, so that this file does not have them.
        let words = ["try" + "!", "as" + "!", "fatalError" + "(", "TO" + "DO", "FIX" + "ME"]
        for source in try Self.sources(below: "Sources") + Self.sources(below: "Tests") {
            for (number, line) in source.lines.enumerated() {
                for word in words {
                    #expect(!line.contains(word), "\(source.path):\(number + 1): \(word)")
                }
            }
        }
    }

    @Test("library code neither prints nor needs Foundation")
    func libraries() throws {
        for source in try Self.sources(below: "Sources") where source.floor != "connectorctl" {
            for (number, line) in source.lines.enumerated() {
                let place: Comment = "\(source.path):\(number + 1)"
                #expect(!line.contains("import Foundation"), place)
                #expect(line.firstMatch(of: /\bprint\(/) == nil, place)
            }
        }
    }

    @Test("files are short enough to be read at once")
    func sizes() throws {
        for source in try Self.sources(below: "Sources") + Self.sources(below: "Tests") {
            #expect(source.lines.count <= 400, "\(source.path)")
        }
    }
}
