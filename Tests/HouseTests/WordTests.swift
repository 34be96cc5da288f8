import TestSupport
import Testing

@Suite("The sources")
struct WordTests {
    private static func all() throws -> [SourceFile] {
        try SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")
    }

    /// Put together, so that this file does not have them.
    private static let words = [
        "try" + "!", "as" + "!", "fatalError" + "(", "TO" + "DO", "FIX" + "ME",
    ]

    @Test("neither trap where input could reach it, nor have anything left to do", arguments: words)
    func leaveNone(word: String) throws {
        for source in try Self.all() {
            for line in source.lines(with: word) {
                Issue.record("\(source.path):\(line.number): \(word)")
            }
        }
    }

    /// A document that readers of the sources do not have; `spec/` is what they have.
    @Test("cite no contract")
    func citations() throws {
        for source in try SourceFile.all(below: "Sources") {
            for word in ["con" + "tract", "Con" + "tract"] {
                for line in source.lines(with: word) {
                    Issue.record("\(source.path):\(line.number): \(line.text)")
                }
            }
        }
    }

    @Test("of libraries neither print nor need Foundation")
    func libraries() throws {
        for floor in try Manifest().floors {
            for source in try SourceFile.all(below: floor.folder) {
                #expect(!source.imports.contains("Foundation"), "\(source.path)")
                for line in source.lines(with: "print(") {
                    let call = line.text.firstMatch(of: /\bprint\(/)
                    #expect(call == nil, "\(source.path):\(line.number)")
                }
            }
        }
    }

    @Test("are short enough to be read at once")
    func sizes() throws {
        for source in try Self.all() where source.lineCount > 400 {
            Issue.record("\(source.path) has \(source.lineCount) lines")
        }
    }
}
