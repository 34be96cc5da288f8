import TestSupport
import Testing

@Suite("The sources")
struct WordTests {
    private static func all() throws -> [SourceFile] {
        try SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")
    }

    @Test("neither trap where input could reach it, nor have anything left to do")
    func words() throws {
        // Put together, so that this file does not have them.
        let words = ["try" + "!", "as" + "!", "fatalError" + "(", "TO" + "DO", "FIX" + "ME"]
        for source in try Self.all() {
            for (number, line) in source.lines.enumerated() {
                for word in words {
                    #expect(!line.contains(word), "\(source.path):\(number + 1): \(word)")
                }
            }
        }
    }

    @Test("of libraries neither print nor need Foundation")
    func libraries() throws {
        for floor in try Manifest().floors {
            for source in try SourceFile.all(below: floor.folder) {
                #expect(!source.imports.contains("Foundation"), "\(source.path)")
                for (number, line) in source.lines.enumerated() where line.contains("print(") {
                    let call = line.firstMatch(of: /\bprint\(/)
                    #expect(call == nil, "\(source.path):\(number + 1)")
                }
            }
        }
    }

    @Test("are short enough to be read at once")
    func sizes() throws {
        for source in try Self.all() {
            #expect(source.lines.count <= 400, "\(source.path)")
        }
    }
}
