import Configuration
import Documents
import Files
import SourceText
import TestSupport
import Testing

@Suite("Which files make up a configuration")
struct DiscoveryTests {
    private func connector(_ id: String) -> String {
        """
        apiVersion: connectorctl/v1
        kind: Connector
        id: \(id)
        name: A connector
        url: https://gateway.example.com
        jsonSchema: true

        """
    }

    private func ids(_ folder: TemporaryFolder, _ name: String = "") throws -> [String] {
        try folder.load(name).connectors.map(\.id)
    }

    @Test("YAML files of all folders, in the order of the bytes of their paths")
    func order() throws {
        let folder = try TemporaryFolder()
        for name in ["b.yaml", "a/z.yml", "a-b.yaml", "a/b/c.yaml", "c.json", "d.yaml.bak"] {
            let id = name.map { "/.".contains($0) ? "-" : String($0) }.joined()
            try folder.write(name, connector(id))
        }
        #expect(try ids(folder) == ["a-b-yaml", "a-b-c-yaml", "a-z-yml", "b-yaml"])
    }

    @Test("hidden folders are skipped, hidden files are not")
    func hidden() throws {
        let folder = try TemporaryFolder()
        try folder.write(".git/a.yaml", connector("in-hidden"))
        try folder.write(".b.yaml", connector("hidden"))
        #expect(try ids(folder) == ["hidden"])
    }

    @Test("a hidden folder that is named itself is read")
    func hiddenRoot() throws {
        let folder = try TemporaryFolder()
        try folder.write(".config/a.yaml", connector("a"))
        #expect(try ids(folder, ".config") == ["a"])
    }

    @Test("links are followed inside the folder, and no file is read twice")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside/a.yaml", connector("outside"))
        try folder.write("in/real/b.yaml", connector("b"))
        try folder.write("in/.data/c.yaml", connector("c"))
        try folder.link("in/a-link", to: "real")
        try folder.link("in/hidden-link.yaml", to: ".data/c.yaml")
        try folder.link("in/out.yaml", to: "../outside/a.yaml")
        try folder.link("in/out-folder", to: "../outside")
        #expect(try ids(folder, "in").sorted() == ["b", "c"])
        let b = try folder.load("in").connectors.first { $0.id == "b" }
        #expect(b?.node.document.source.path.hasSuffix("in/real/b.yaml") == true)
    }

    @Test("links in circles, and links to nothing, are passed over")
    func circles() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", connector("a"))
        try folder.link("up", to: ".")
        try folder.link("x.yaml", to: "y.yaml")
        try folder.link("y.yaml", to: "x.yaml")
        try folder.link("nowhere.yaml", to: "missing")
        #expect(try ids(folder) == ["a"])
        try folder.expect([])
    }

    @Test("other documents are passed over in a folder, and errors in a named file")
    func foreign() throws {
        let folder = try TemporaryFolder()
        try folder.write("other.yaml", "kind: Deployment\nkind: twice\n")
        try folder.write("broken.yaml", "a: [\n")
        try folder.write("k8s.yaml", "apiVersion: apps/v1\nkind: Deployment\n")
        try folder.write("ours.yaml", connector("a"))
        try folder.expect([])
        try folder.expect(["k8s.yaml:1 api-version-unsupported"], in: "k8s.yaml")
        try folder.expect(["broken.yaml:2 yaml-syntax"], in: "broken.yaml")
        try folder.write("missing.yaml", "id: a\n")
        try folder.expect(["missing.yaml:1 api-version-missing"], in: "missing.yaml")
    }

    @Test("broken text is ours if it says so")
    func brokenText() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", connector("a") + "---\na: [\n")
        try folder.expect([])
        try folder.write("a.yaml", connector("a") + "---\napiVersion: connectorctl/v1\na: [\n")
        try folder.expect(["a.yaml:10 yaml-syntax"])
    }

    @Test("a configuration without documents is an error")
    func empty() throws {
        let folder = try TemporaryFolder()
        try folder.expect(["\(folder.path):1 configuration-empty"])
        try folder.write("a.yaml", "")
        try folder.expect(["a.yaml:1 configuration-empty"], in: "a.yaml")
    }

    @Test("what is not there cannot be read")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError.self) { _ = try folder.load("missing") }
        #expect(throws: FileError.self) { _ = try folder.load("a/b") }
    }
}
