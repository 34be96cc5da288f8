import Configuration
import SourceText
import TestSupport
import Testing

@Suite("The published formats are the enforced ones")
struct FormatTests {
    @Test("byte for byte", arguments: PublishedFormat.allCases)
    func sameBytes(_ format: PublishedFormat) throws {
        let path = "spec/formats/\(format.rawValue).schema.json"
        #expect(try ProjectFiles.bytes(path) == format.bytes)
    }

    @Test("none is missing")
    func all() throws {
        let names = try ProjectFiles.files(below: "spec/formats")
        #expect(names == PublishedFormat.allCases.map { "\($0.rawValue).schema.json" }.sorted())
    }

    @Test("every x-code is a code", arguments: PublishedFormat.allCases)
    func codes(_ format: PublishedFormat) throws {
        let text = String(decoding: format.bytes, as: UTF8.self)
        let known = Set(ConfigurationCodes.all.map(\.name) + ["settings-form-invalid"])
        for part in text.split(separator: "\"x-code\": \"").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            #expect(known.contains(name))
        }
    }
}
