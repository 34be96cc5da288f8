import TestSupport
import Testing

@testable import connectorctl

@Suite("What git lists")
struct GitListingTests {
    private static let object = String(repeating: "a", count: 40)

    private func row(_ name: [UInt8], _ mode: String = "100644", size: String = "7") -> [UInt8] {
        Array("\(mode) blob \(Self.object) \(size)\t".utf8) + name + [0]
    }

    private func names(_ rows: [UInt8]) throws -> [String] {
        try GitListing(rows: rows, folder: "config").entries.map(\.name)
    }

    @Test("is files and links, whatever their names")
    func files() throws {
        let names = [
            "a.yaml", "a b/c\td.yaml", "line\nend", "\u{E9}", "-x", "...", "a..b/.c", ".git/x",
        ]
        #expect(try self.names(names.flatMap { row(Array($0.utf8)) }) == names)
        let links = try GitListing(rows: row([0x61], "120000") + row([0x62]), folder: "config")
        #expect(links.entries.map(\.isLink) == [true, false])
    }

    @Test(
        "has no names that lead out of a folder, in a repository that was made to harm",
        arguments: [
            "..", "../a", "a/../../b", "a/../b", "/a", "a//b", "a/", "./a", "a/./b", "",
        ])
    func hostile(_ name: String) throws {
        #expect(try names(row(Array(name.utf8)) + row([0x61])) == ["a"])
    }

    @Test("has nothing that is no file, and no name that is not UTF-8")
    func others() throws {
        #expect(try names(row([0x61, 0xFF])) == [])
        #expect(try names(Array("160000 commit \(Self.object)       -\tmodule\0".utf8)) == [])
        #expect(try names(Array("100644 blob\ta\0nonsense\0".utf8)) == [])
    }

    @Test("has no file whose name is not UTF-8 and that would be read")
    func undecodable() throws {
        let yaml = Array(".yaml".utf8)
        for name in [[0xFF] + yaml, [0xFF, 0x2F, 0x61] + yaml] {
            #expect(throws: Failure.self) { try names(row(name)) }
        }
        #expect(try names(row([0x2E, 0xFF, 0x2F, 0x61] + yaml)) == [])
    }

    @Test("is held to limits")
    func limits() throws {
        let rows = row([0x61], size: "7") + row([0x62], size: "    3")
        for (bytes, files, isWithin) in [(10, 2, true), (9, 2, false), (10, 1, false)] {
            let limits = GitLimits(totalBytes: bytes, files: files)
            let list = { try GitListing(rows: rows, folder: "config", limits) }
            if isWithin {
                #expect(throws: Never.self) { try list() }
            } else {
                #expect(throws: Failure.self) { try list() }
            }
        }
        for size in ["-1", "9223372036854775807"] {
            #expect(throws: Failure.self) {
                try GitListing(rows: rows + row([0x63], size: size), folder: "config")
            }
        }
    }

    @Test(
        "has links that stay inside",
        arguments: [
            ("a", "b", true), ("a/b", "../c", true), ("a/b", "../../c", false), ("a", "..", false),
            ("a", ".", true), ("a", "/etc", false), ("a", "", false), ("a", "b\0c", false),
            ("a/b/c", "../../d/../e", true), ("a", "b/../../c", false),
        ])
    func links(_ name: String, _ target: String, _ isInside: Bool) {
        #expect((GitListing.target(Array(target.utf8)[...], of: name) != nil) == isInside)
    }
}
