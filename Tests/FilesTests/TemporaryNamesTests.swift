import Files
import TestSupport
import Testing

@Suite("Names of temporary files")
struct TemporaryNamesTests {
    @Test("are those of the files that go with the program, and no others")
    func removal() throws {
        let folder = try TemporaryFolder()
        let names = TemporaryNames()
        _ = names.add(try folder.write("first", ""))
        let forgotten = names.add(try folder.write("forgotten", ""))
        _ = names.add(try folder.write("last é", ""))
        _ = names.add(folder.path("never made"))
        try folder.write("stranger", "")
        names.forget(forgotten)
        names.removeAll()
        #expect(try folder.names == ["forgotten", "stranger"])
        names.removeAll()
    }

    @Test("have room for more than a table holds, and again when some are gone")
    func capacity() throws {
        let folder = try TemporaryFolder()
        let names = TemporaryNames()
        let slots = try (0..<200).map { names.add(try folder.write("\($0)", "")) }
        #expect(slots.allSatisfy { $0 != nil })
        names.forget(nil)
        names.forget(slots[7])
        #expect(names.add(try folder.write("another", "")) == slots[7])
        names.removeAll()
        #expect(try folder.names == ["7"])
    }

    @Test("may be those of folders, which go only if they are empty")
    func folders() throws {
        let folder = try TemporaryFolder()
        let names = TemporaryNames()
        try folder.write("full/file", "")
        try Folder.make(folder.path("empty"))
        for name in ["full", "empty"] { _ = names.add(folder.path(name)) }
        names.removeAll()
        #expect(try folder.names == ["full"])
    }

    @Test("come and go on several threads at once")
    func threads() async throws {
        let folder = try TemporaryFolder()
        let names = TemporaryNames()
        let path = try folder.write("kept", "")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<200 {
                        guard let place = names.add(path) else { return false }
                        names.forget(place)
                    }
                    return true
                }
            }
            for await isDone in group { #expect(isDone) }
        }
        names.removeAll()
        #expect(try folder.names == ["kept"])
    }
}

@Suite("Failures to write")
struct WriteFailureTests {
    /// The numbers are those of Linux.
    @Test(
        "say what can be done about them",
        arguments: [
            (28, "no space left on the disk; free some, or set TMPDIR"),
            (122, "the disk quota is used up; free some space, or set TMPDIR"),
            (27, "raise the limit, as with `ulimit -f unlimited`"),
            (13, "Permission denied"),
        ] as [(Int32, String)])
    func remedy(number: Int32, expected: String) {
        let message = FileError(.write, "out/states.json", .system(number)).message
        #expect(message.hasPrefix("cannot write `out/states.json`: "))
        #expect(message.contains(expected), "\(message)")
    }
}
