import Files
import Foundation
import TestSupport
import Testing

@Suite("A file that is opened once")
struct OpenFileTests {
    @Test("stays the same file, whatever becomes of its path")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let path = try folder.writeSecret("key", bytes: Array("old".utf8))
        let file = try #require(try OpenFile.open(path))
        try folder.write("other", "another one")
        #expect(rename(folder.path("other"), path) == 0)
        #expect(try file.read(limitBytes: 3) == Array("old".utf8))
        #expect(file.permissions == 0o600)
        #expect(try OpenFile.open(path)?.permissions != 0o600)
    }

    @Test("is not one that is not there, and nothing but a regular file")
    func kinds() throws {
        let folder = try TemporaryFolder()
        #expect(try OpenFile.open(folder.path("none")) == nil)
        let file = try folder.write("file", "12345")
        #expect(try OpenFile.open(file + "/none") == nil)
        #expect(throws: FileError(.read, folder.path, .isFolder)) { try OpenFile.open(folder.path) }
        let pipe = try NamedPipe(folder.path("pipe"))
        for irregular in [pipe.path, "/dev/null", try Self.boundSocket(in: folder)] {
            #expect(throws: FileError(.read, irregular, .isNotRegular)) {
                try OpenFile.open(irregular)
            }
        }
        let open = try #require(try OpenFile.open(file))
        #expect(throws: FileError(.read, file, .largerThan(limitBytes: 4))) {
            try open.read(limitBytes: 4)
        }
    }

    /// A socket, which cannot be opened.
    private static func boundSocket(in folder: TemporaryFolder) throws -> String {
        let path = folder.path("socket")
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        return path
    }

    @Test("below a folder is reached without any link")
    func below() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a/b/key", "inside")
        try folder.write("out/b/key", "outside")
        try folder.link("in/link", to: "a")
        try folder.link("in/a/link", to: "b/key")
        try folder.link("in/outside", to: "../out")
        let root = try #require(try OpenFolder.open(folder.path("in")))
        try folder.write("in/key", "at the top")
        for (path, text) in [("a/b/key", "inside"), ("key", "at the top"), ("a/b/key", "inside")] {
            let file = try #require(try root.file(path, as: "shown"))
            #expect(try file.read(limitBytes: 10) == Array(text.utf8))
            #expect(file.path == "shown")
        }
        for path in ["link/b/key", "a/link", "outside/b/key", "a/none", "none/key", ""] {
            #expect(try root.file(path, as: path) == nil, "\(path)")
        }
        #expect(throws: FileError(.read, "a/b", .isFolder)) {
            try root.file("a/b", as: "a/b")
        }
        #expect(try OpenFolder.open(folder.path("none")) == nil)
        #expect(try OpenFolder.open(folder.path("in/key")) == nil)
    }
}
