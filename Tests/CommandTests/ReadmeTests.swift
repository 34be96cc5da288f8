import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows a configuration that has nothing wrong with it")
    func configuration() throws {
        let readme = try ProjectFiles.text("README.md")
        let block = try #require(
            readme.firstMatch(of: /<!-- ci: configuration -->\n```yaml\n([^`]*)```/))
        let folder = try TemporaryFolder()
        try folder.write("shop.yaml", String(block.1))
        let outcome = try Program.run(["validate", "--strict", folder.path])
        #expect(outcome.exitCode == 0, "\(outcome.text)\(outcome.errorText)")
    }
}
