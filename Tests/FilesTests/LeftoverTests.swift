import TestSupport
import Testing

@testable import Files

@Suite("What a killed run has left")
struct LeftoverTests {
    @Test("goes, and nothing else")
    func removal() throws {
        let folder = try TemporaryFolder()
        let left = [
            ".states.json.abcdefghijkm.connectorctl", "..connectorctl.abcdefghijkm.connectorctl",
            ".ä.abcdefghijkm.connectorctl",
        ]
        let strange = [
            "states.json.abcdefghijkm.connectorctl", ".states.json.abcdefghijkm",
            ".states.json.abcdefghijk1.connectorctl", ".states.json.abcdefghijkmn.connectorctl",
            ".states.json.Abcdefghijkm.connectorctl", ".abcdefghijkm.connectorctl",
            ".states.json.swp", ".connectorctl", "connectorctl",
        ]
        for name in left + strange { try folder.write(name, "x") }
        try folder.write(".f.abcdefghijkn.connectorctl/inside", "a folder")
        try folder.link(".l.abcdefghijkp.connectorctl", to: folder.path("connectorctl"))
        Leftovers.remove(from: folder.path)
        #expect(
            try Set(folder.names)
                == Set(strange + [".f.abcdefghijkn.connectorctl", ".l.abcdefghijkp.connectorctl"]))
        Leftovers.remove(from: folder.path("not there"))
    }

    @Test("is not what another run is writing, or has completed and not yet published")
    func alive() throws {
        let folder = try TemporaryFolder()
        let file = try AtomicFile(path: folder.path("a"))
        Leftovers.remove(from: folder.path)
        #expect(try folder.names.count == 1)
        try file.complete()
        Leftovers.remove(from: folder.path)
        #expect(try folder.names.count == 1)
        try file.publish()
        Leftovers.remove(from: folder.path)
        #expect(try folder.names == ["a"])
    }

    @Test("is not one of many files either, of which one is kept open")
    func group() throws {
        let folder = try TemporaryFolder()
        var files: [AtomicFile] = []
        for number in 0..<20 {
            files.append(
                try AtomicFile(
                    path: folder.path("\(number)"), Array("\(number)".utf8), before: files.first))
        }
        Leftovers.remove(from: folder.path)
        #expect(try folder.names.count == 20)
        try FileSet(files.reversed()).publish()
        Leftovers.remove(from: folder.path)
        #expect(try folder.names.count == 20)
        #expect(try folder.names.allSatisfy { !$0.hasPrefix(".") })
    }

    @Test("may be of a file with the longest name there is")
    func longNames() throws {
        let folder = try TemporaryFolder()
        for name in [String(repeating: "n", count: 255), String(repeating: "ж", count: 127)] {
            try AtomicFile(path: folder.path(name), [1]).publish()
            #expect(folder.read(name) == [1])
        }
        #expect(try folder.names.count == 2)
    }
}

@Suite("A locked folder")
struct LockedFolderTests {
    @Test("is locked by one at a time, and free when that is gone")
    func exclusive() throws {
        let folder = try TemporaryFolder()
        do {
            let first = try #require(try LockedFolder(folder.path))
            #expect(try LockedFolder(folder.path) == nil)
            #expect(try LockedFolder(folder.path("../" + PathText.name(folder.path))) == nil)
            withExtendedLifetime(first) {}
        }
        #expect(try LockedFolder(folder.path) != nil)
        #expect(try folder.names.isEmpty)
    }

    @Test("goes with what was made for it, unless it is kept, used or another's")
    func made() throws {
        let folder = try TemporaryFolder()
        do { _ = try LockedFolder(folder.path("a/b/c")) }
        #expect(try folder.names.isEmpty)
        do { try LockedFolder(folder.path("a/b/c"))?.keep() }
        #expect(try Folder.names(in: folder.path("a/b")).names == ["c"])
        do { _ = try LockedFolder(folder.path("a/b/c")) }
        #expect(try Folder.names(in: folder.path("a/b")).names == ["c"])
        do {
            let used = try LockedFolder(folder.path("d/e"))
            try folder.write("d/f", "")
            withExtendedLifetime(used) {}
        }
        #expect(try Folder.names(in: folder.path("d")).names == ["f"])
        #expect(throws: FileError.self) { try LockedFolder(folder.path("d/f")) }
        #expect(throws: FileError.self) { try LockedFolder(folder.path("d/f/g")) }
    }
}
