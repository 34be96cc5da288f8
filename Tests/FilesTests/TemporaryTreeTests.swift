import TestSupport
import Testing

@testable import Files

@Suite("A temporary tree", .serialized)
struct TemporaryTreeTests {
    private let entries: [(name: String, content: TemporaryTree.Content)] = [
        ("a/b/c.txt", .file(Array("c".utf8)[...])), ("a/link", .link(target: "b")),
        ("a/d.txt", .file([])), ("to", .link(target: "/")), ("e/f/g/h", .file([0, 255])),
    ]

    @Test("is there, for its owner alone, as long as its value is")
    func lifetime() throws {
        let folder = try TemporaryFolder()
        do {
            let tree = try TemporaryTree(in: folder.path, entries)
            #expect(try Folder.permissions(of: tree.path) == 0o700)
            #expect(try Folder.names(in: tree.path).names == ["a", "e", "to"])
            #expect(try WholeFile.read(tree.path + "/a/link/c.txt", limitBytes: 9) == [0x63])
            #expect(try WholeFile.read(tree.path + "/e/f/g/h", limitBytes: 9) == [0, 255])
        }
        #expect(try folder.names == [])
    }

    @Test("is removed when something in it cannot be made")
    func failure() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError.self) {
            try TemporaryTree(in: folder.path, entries + [("a/d.txt", .file([]))])
        }
        #expect(throws: FileError.self) {
            try TemporaryTree(in: folder.path, entries + [("a/d.txt/x", .file([]))])
        }
        #expect(try folder.names == [])
    }

    @Test("is removed by what a signal calls")
    func signal() throws {
        let folder = try TemporaryFolder()
        let paths = ["a/b", "a/link", "a", "none"].map { folder.path($0) }
        try folder.write("a/b", "")
        try folder.write("kept/file", "")
        try folder.link("a/link", to: folder.path("kept"))
        let names = TemporaryNames()
        #expect(names.setTree(paths))
        #expect(!names.setTree(paths), "one at a time")
        names.removeAll()
        #expect(try folder.names == ["kept"])
        #expect(folder.read("kept/file") != nil)
        names.forgetTree()
    }
}
