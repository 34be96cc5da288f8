import Configuration
import SourceText
import TestSupport
import Testing

@Suite("Every planted fault of samples/broken is found, and nothing else")
struct BrokenSamplesTests {
    @Test("the whole folder is one configuration")
    func wholeFolder() throws {
        try check("samples/broken")
    }

    @Test("each folder in it is one, too", arguments: try Samples.brokenFolders())
    func eachFolder(_ name: String) throws {
        try check("samples/broken/" + name)
    }

    @Test("there are folders to look at")
    func folderCount() throws {
        #expect(try Samples.brokenFolders().count >= 5)
    }

    private func check(_ folder: String) throws {
        let expected = try ProjectFiles.files(below: folder).flatMap { file in
            file.hasSuffix(".md")
                ? [] : Mark.expected(in: try ProjectFiles.text(folder + "/" + file), of: file)
        }
        let path = ProjectFiles.path(folder)
        let found = Mark.found(try Configuration.load(paths: [path]), from: path)
        #expect(!expected.isEmpty)
        #expect(expected.sorted() == found.sorted())
    }
}

@Suite("The shop is in order")
struct ShopTests {
    @Test func hasNoFindings() throws {
        let shop = try Configuration.load(paths: [Samples.shop])
        #expect(shop.diagnostics.map(\.message) == [])
        #expect(!shop.hasErrors)
    }

    @Test func isReadAsItStands() throws {
        let shop = try Configuration.load(paths: [Samples.shop])
        #expect(shop.installation.root?.id == "head-office")
        #expect(
            shop.connectors.map(\.id).sorted() == ["acme-cards", "bankgate", "invoice", "mobi"])
        #expect(shop.connector("acme-cards")?.processingPeriodMinutes == 15)
        #expect(shop.connector("invoice")?.processingPeriodMinutes == nil)
        #expect(shop.methods.filter { !$0.active }.map(\.id) == ["card-tallinn"])
        #expect(
            shop.methods.first { $0.id == "bank-transfer" }?.currencies == ["EUR", "SEK"])
        #expect(shop.overview.map(\.instances) == [3, 1, 1, 1])
    }
}
