import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("The identity of a file")
struct FileIdentityTests {
    /// A folder with a file and links; what is not in it is not there.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("day/events", "e")
        try folder.write("day/other", "o")
        try folder.link("link", to: "day/events")
        try folder.link("second", to: "link")
        try folder.link("linked-day", to: folder.path("day"))
        try folder.link("day/dangling", to: "../new/file")
        try folder.link("loop", to: "loop")
        try FileManager.default.linkItem(
            atPath: folder.path("day/events"), toPath: folder.path("hard"))
        return folder
    }

    @Test(
        "is the same, however its path is spelt",
        arguments: [
            ("day/events", "day/events"), ("day/events", "./day//events"),
            ("day/events", "day/../day/./events"), ("day/events", "linked-day/events"),
            ("day/events", "linked-day/../day/events"), ("day/events", "link"),
            ("link", "second"), ("second", "linked-day/events"), ("day/events", "hard"),
            ("hard", "second"), ("new", "./new"), ("new", "day/../new"),
            ("new", "linked-day/../new"),
            ("day/new", "linked-day/new"), ("new/a/b", "new/./a//b"), ("new/a/b", "new/x/../a/b"),
            ("new/file", "day/dangling"), ("linked-day/dangling", "day/dangling"),
            ("new/file", "linked-day/dangling"), ("day", "linked-day"), ("day", "day/"),
            ("loop", "./loop"), ("new/", "new"), ("new/.", "new"), ("new/a/..", "new"),
        ])
    func same(paths: (String, String)) throws {
        let folder = try Self.folder()
        let (one, other) = (
            FileIdentity(folder.path + "/" + paths.0), FileIdentity(folder.path + "/" + paths.1)
        )
        #expect(one.isSame(as: other) && other.isSame(as: one))
        // The current folder does not matter either.
        let relative = PathScopeText.relative(folder.path + "/" + paths.1)
        #expect(one.isSame(as: FileIdentity(relative)), "\(relative)")
    }

    @Test(
        "is another for other files",
        arguments: [
            ("day/events", "day/other"), ("day/events", "events"), ("new", "new2"),
            ("day/new", "new"), ("new/a", "new/b"), ("new/a", "a"), ("day/dangling", "new"),
            ("link", "day"), ("day/events", "day/Events"), ("new", "New"), ("é", "e\u{301}"),
            ("loop", "link"),
        ])
    func different(paths: (String, String)) throws {
        let folder = try Self.folder()
        let (one, other) = (
            FileIdentity(folder.path + "/" + paths.0), FileIdentity(folder.path + "/" + paths.1)
        )
        #expect(!one.isSame(as: other) && !other.isSame(as: one))
    }

    @Test("of an open file is that of its path; pipes and devices have none")
    func open() throws {
        let folder = try Self.folder()
        let handle = try FileHandle(forReadingFrom: URL(filePath: folder.path("link")))
        let identity = try #require(FileIdentity(openFile: handle.fileDescriptor))
        #expect(identity.isSame(as: FileIdentity(folder.path("hard"))))
        #expect(!identity.isSame(as: FileIdentity(folder.path("day/other"))))
        let device = try FileHandle(forReadingFrom: URL(filePath: "/dev/null"))
        #expect(FileIdentity(openFile: device.fileDescriptor) == nil)
    }
}

/// Paths from the folder that this process is in.
private enum PathScopeText {
    static func relative(_ path: String) -> String {
        let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
        return [String](repeating: "..", count: depth).joined(separator: "/") + path
    }
}
