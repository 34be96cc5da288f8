import Files
import Foundation
import TestSupport
import Testing

@Suite("Files")
struct FilesTests {
    @Test("that are written atomically appear when they are published, and leave nothing behind")
    func atomicFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("states.json", "old")
        do {
            let file = try AtomicFile(path: folder.path("states.json"))
            try Array("new".utf8).withUnsafeBytes { try file.write($0) }
            #expect(folder.read("states.json") == Array("old".utf8))
            #expect(try folder.names.count == 2)
            try file.complete()
            try file.publish()
        }
        #expect(folder.read("states.json") == Array("new".utf8))
        do {
            let abandoned = try AtomicFile(path: folder.path("states.json"))
            try Array("never".utf8).withUnsafeBytes { try abandoned.write($0) }
        }
        #expect(try folder.names == ["states.json"])
        #expect(folder.read("states.json") == Array("new".utf8))
    }

    @Test("that are private are so from their first moment, and stay it")
    func privateFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("bundle.json", "open to all")
        let file = try AtomicFile(path: folder.path("bundle.json"), isPrivate: true)
        let name = try #require(try folder.names.first { $0.hasPrefix(".") })
        #expect(try Folder.permissions(of: folder.path(name)) == 0o600)
        try file.complete()
        try file.publish()
        #expect(try Folder.permissions(of: folder.path("bundle.json")) == 0o600)
    }

    @Test("that cannot be read are named in the error, with the reason")
    func errors() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: FileError.self) {
            try WholeFile.read(folder.path("none"), limitBytes: 10)
        }
        #expect(missing?.message.contains("none") == true)
        let isFolder = #expect(throws: FileError.self) {
            try WholeFile.read(folder.path, limitBytes: 10)
        }
        #expect(isFolder?.cause == .isFolder)
        let path = try folder.write("eleven", "12345678901")
        let tooLarge = #expect(throws: FileError.self) {
            try WholeFile.read(path, limitBytes: 10)
        }
        #expect(tooLarge?.cause == .largerThan(limitBytes: 10))
        #expect(try WholeFile.read(path, limitBytes: 11).count == 11)
    }

    @Test("are mapped whole, also when they are empty")
    func mapping() throws {
        let folder = try TemporaryFolder()
        let file = try MappedFile(path: folder.write("f", "content"))
        #expect(Array(file.bytes) == Array("content".utf8))
        #expect(try MappedFile(path: folder.write("e", "")).bytes.isEmpty)
        #expect(throws: FileError.self) { try MappedFile(path: folder.path) }
    }

    @Test("that are mapped are known to be truncated, but are not kept open")
    func truncated() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("f", "content")
        let file = try MappedFile(path: path)
        try file.checkLength()
        let other = try folder.write("other", "x")
        try FileManager.default.moveItem(atPath: path, toPath: folder.path("old"))
        try FileManager.default.moveItem(atPath: other, toPath: path)
        // Another file has its name: nothing is known of the one that is mapped.
        try file.checkLength()
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: folder.path("old"), toPath: path)
        try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 3)
        let error = #expect(throws: FileError.self) { try file.checkLength() }
        #expect(error?.cause == .truncated)
    }

    @Test("in folders are listed in the order of their bytes")
    func listing() throws {
        let folder = try TemporaryFolder()
        for name in ["b", "a", "B", "é", ".hidden"] { try folder.write(name, "") }
        #expect(try Folder.names(in: folder.path).names == [".hidden", "B", "a", "b", "é"])
        #expect(try Folder.kind(of: folder.path("a")) == .file)
        #expect(try Folder.kind(of: folder.path("none")) == nil)
        try Folder.make(folder.path("x/y/z"))
        try Folder.make(folder.path("x/y/z"))
        #expect(try Folder.kind(of: folder.path("x/y/z")) == .folder)
    }

    @Test(
        "have names that are joined and split as text",
        arguments: [
            ("a", "b", "a/b"), ("a/", "b", "a/b"), (".", "b", "b"), ("", "b", "b"),
            ("a", "/b", "/b"),
        ])
    func joining(folder: String, name: String, joined: String) {
        #expect(PathText.join(folder, name) == joined)
        #expect(PathText.parent("a/b/c") == "a/b" && PathText.parent("/a") == "/")
        #expect(PathText.parent("a") == "." && PathText.name("a/b") == "b")
        #expect(
            PathText.hasExtension("a/b.yaml", "yml", "yaml")
                && !PathText.hasExtension(".yaml", "yaml"))
    }
}
