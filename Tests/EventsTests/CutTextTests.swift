import Testing

@testable import Events

@Suite("Long texts of errors in the rows of steps")
struct CutTextTests {
    @Test("are cut between characters, and say by how much", arguments: ["a", "é", "€", "😀"])
    func cut(character: String) {
        let size = character.utf8.count
        let whole = String(repeating: character, count: CutText.mostBytes / size)
        #expect(CutText.cut(whole) == whole)
        let long = String(repeating: character, count: 300_000)
        let cut = CutText.cut(long)
        #expect(cut.utf8.count <= CutText.mostBytes)
        let kept = cut.prefix { String($0) == character }
        #expect(cut == kept + "… (\(long.utf8.count - kept.utf8.count) more bytes)")
        #expect(CutText.cut(cut) == cut, "once is enough")
    }
}
