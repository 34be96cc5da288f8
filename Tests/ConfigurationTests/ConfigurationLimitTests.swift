import Configuration
import SourceText
import TestSupport
import Testing

@Suite("The limits of a configuration")
struct ConfigurationLimitTests {
    private static let connector = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: ID
        name: A
        url: https://gateway.example.com
        jsonSchema: true

        """

    private static func load(
        _ folder: TemporaryFolder, paths: [String] = ["."],
        _ change: (inout ConfigurationLimits) -> Void
    ) throws -> LoadedConfiguration {
        var limits = ConfigurationLimits.standard
        change(&limits)
        return try Configuration.load(paths: paths.map(folder.path), limits: limits)
    }

    @Test("are met by as many files as they say, and passed by one more", arguments: [2, 3])
    func files(_ limit: Int) throws {
        let folder = try TemporaryFolder()
        for name in ["a.yaml", "b/c.yaml", "d/e/f.yaml"] { try folder.write(name, "a: 1\n") }
        try folder.write("b/c.txt", "")
        let codes = try Self.load(folder) { $0.files = limit }.diagnostics.map(\.code.name)
        #expect(codes == [limit == 3 ? "configuration-empty" : "configuration-too-large"])
    }

    @Test("count the files below all paths together", arguments: [2, 3])
    func folders(_ limit: Int) throws {
        let folder = try TemporaryFolder()
        for name in ["a/1.yaml", "a/2.yaml", "b/3.yaml"] { try folder.write(name, "a: 1\n") }
        let loaded = try Self.load(folder, paths: ["a", "b"]) { $0.files = limit }
        let code = limit == 3 ? "configuration-empty" : "configuration-too-large"
        #expect(loaded.diagnostics.map(\.code.name) == [code])
    }

    @Test("count the bytes of files that hold documents of ours, and no others")
    func bytes() throws {
        let folder = try TemporaryFolder()
        for id in ["a", "b"] {
            try folder.write(id + ".yaml", Self.connector.replacing("ID", with: id))
        }
        try folder.write("c.yaml", "a: \(String(repeating: "x", count: 1000))\n")
        let bytes = (Self.connector.utf8.count - 1) * 2
        let fits = try Self.load(folder) { $0.documentBytes = bytes }
        #expect(fits.diagnostics.isEmpty && fits.connectors.count == 2)
        let passes = try Self.load(folder) { $0.documentBytes = bytes - 1 }
        #expect(passes.diagnostics.map(\.code) == [.configurationTooLarge])
        #expect(passes.diagnostics.allSatisfy { $0.code.isAboutUnread })
        #expect(passes.diagnostics.first?.span.source.path.hasSuffix("b.yaml") == true)
    }
}
