import Configuration
import SourceText
import TestSupport
import Testing

@testable import connectorctl

@Suite("The catalogue of diagnostic codes")
struct CatalogueTests {
    @Test("has every code of the sources, and each once")
    func complete() throws {
        var declared: [String] = []
        for file in try ProjectFiles.files(below: "Sources") where file.hasSuffix(".swift") {
            let text = try ProjectFiles.text("Sources/" + file)
            for part in text.split(separator: "= DiagnosticCode(").dropFirst() {
                declared.append(String(part.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }))
            }
        }
        #expect(declared.sorted() == Catalogue.all.map(\.name).sorted())
    }

    @Test("every code can be explained", arguments: Catalogue.all.map(\.name))
    func explained(_ name: String) throws {
        let code = try #require(Catalogue.all.first { $0.name == name })
        #expect(code.reason.count > 20 && code.remedy.count > 10)
        #expect(code.reason.hasSuffix(".") || code.reason.hasSuffix(")"))
        #expect(code.remedy.hasSuffix("."))
        #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || "-.".contains($0) })
    }

    @Test("every code of a configuration has a sample or a test")
    func exercised() throws {
        let folders = ["samples/broken/", "Tests/ConfigurationTests/", "Tests/CommandTests/"]
        let text = try folders.flatMap { folder in
            try ProjectFiles.files(below: folder).map { try ProjectFiles.text(folder + $0) }
        }.joined()
        let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" })
        let names = ConfigurationCodes.all.map(\.name) + ["access-denied", "settings-form-invalid"]
        let missing = names.filter { !words.contains($0[...]) }
        #expect(missing == [])
    }
}
