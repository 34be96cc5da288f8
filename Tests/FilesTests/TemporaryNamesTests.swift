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
        names.removeFiles()
        #expect(try folder.names == ["forgotten", "stranger"])
        names.removeFiles()
    }

    @Test("have room for as many as are said, and again when some are gone")
    func capacity() throws {
        let folder = try TemporaryFolder()
        let names = TemporaryNames()
        let places = (0..<TemporaryNames.capacity).map { names.add(folder.path("\($0)")) }
        #expect(places.allSatisfy { $0 != nil })
        #expect(names.add(folder.path("too many")) == nil)
        names.forget(nil)
        names.forget(places[7])
        #expect(names.add(try folder.write("in its place", "")) == 7)
        names.removeFiles()
        #expect(try folder.names.isEmpty)
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
        names.removeFiles()
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
