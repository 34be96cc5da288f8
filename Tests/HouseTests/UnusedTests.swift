import TestSupport
import Testing

@Suite("Declarations of the sources")
struct UnusedTests {
    /// Names that nothing mentions, and how they are used all the same.
    private static let exceptions = [
        "callAsFunction": "the language calls it where its value is called",
        "customMirror": "the standard library asks for it",
        "https": "a raw value, by which it is made",
        "radio": "a raw value, by which it is made",
        "select": "a raw value, by which it is made",
        "validate": "the argument parser calls it",
    ]

    @Test("are used: in Sources, or, where they are public, in Tests")
    func unused() throws {
        let sources = try ProjectFiles.files(below: "Sources").filter { $0.hasSuffix(".swift") }
        let tests = try ProjectFiles.files(below: "Tests").filter { $0.hasSuffix(".swift") }
        var names = NameUses()
        for file in sources { try names.read("Sources/" + file, declares: true) }
        let inSources = names.unused
        for file in tests { try names.read("Tests/" + file, declares: false) }
        let everywhere = Set(names.unused.map(\.text))
        for name in inSources where !name.isPublic || everywhere.contains(name.text) {
            let declared = try name.declarations.map { try $0.text() }
            #expect(
                Self.exceptions[name.text] != nil, "`\(name.text)` is used nowhere: \(declared)")
        }
        for name in Self.exceptions.keys {
            #expect(inSources.contains { $0.text == name }, "`\(name)` is not an exception")
        }
    }
}
