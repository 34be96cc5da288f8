import Configuration
import Files
import TestSupport
import Testing

extension TemporaryFolder {
    /// The configuration that the folder holds, or one below it.
    func load(_ name: String = "") throws -> LoadedConfiguration {
        try Configuration.load(paths: [name.isEmpty ? path : PathText.join(path, name)])
    }

    /// Expects these findings, as `file:line code`.
    func expect(
        _ expected: [String], in name: String = "", at place: SourceLocation = #_sourceLocation
    ) throws {
        let found = try findings(name)
        #expect(found == expected, sourceLocation: place)
    }

    /// What is found, as `file:line code`.
    func findings(_ name: String = "") throws -> [String] {
        Mark.found(try load(name), from: path).map(\.description)
    }
}
