import TestSupport
import Testing

@Suite("Time and memory grow with", .serialized)
struct FileGrowthTests {
    private static func connector(_ id: String, _ line: String = "jsonSchema: true") -> String {
        """
        apiVersion: connectorctl/v1
        kind: Connector
        id: \(id)
        name: A
        url: https://gateway.example.com
        \(line)

        """
    }

    private static func writeConnectors(_ count: Int, _ folder: TemporaryFolder) throws -> [String]
    {
        try (0..<count).map { number in
            try folder.write("c\(number).yaml", connector("c\(number)"))
            return "c\(number).yaml"
        }
    }

    @Test("the paths on the command line")
    func paths() throws {
        try Growth.check(30, exitCode: 0) { try ["validate"] + Self.writeConnectors($0, $1) }
    }

    @Test("the names of one file")
    func names() throws {
        try Growth.check(30, exitCode: 0) { count, folder in
            try folder.write("a.yaml", Self.connector("a"))
            for number in 0..<count { try folder.link("l\(number).yaml", to: "a.yaml") }
            return ["validate"] + (0..<count).map { "l\($0).yaml" } + ["."]
        }
    }

    @Test("the files of a folder")
    func files() throws {
        try Growth.check(30, exitCode: 0) { count, folder in
            _ = try Self.writeConnectors(count, folder)
            return ["validate", "."]
        }
    }

    @Test("the folders that named files are in, and the files that they name")
    func folders() throws {
        try Growth.check(20, exitCode: 0) { count, folder in
            ["validate"]
                + (try (0..<count).map { number in
                    let name = "f\(number)/a.yaml"
                    try folder.write("f\(number)/s.json", "true")
                    let line = "jsonSchemaFile: s.json"
                    try folder.write(name, Self.connector("c\(number)", line))
                    return name
                })
        }
    }

    @Test("the files that cannot be read")
    func unread() throws {
        try Growth.check(20, exitCode: 2) { count, folder in
            let names = (0..<count).map { "m\($0)" }.joined(separator: " ")
            let make =
                "cd \"$1\" && byte=$(printf '\\351') && for n in \(names); do : > \"$n$byte.yaml\"; done"
            _ = try Program.startShell(make, [folder.path]).outcome()
            return ["validate", "."]
        }
    }

    @Test("the documents of a file, each behind a byte-order mark")
    func documents() throws {
        try Growth.check(30, exitCode: 0) { count, folder in
            let text = (0..<count).map { "\u{FEFF}---\n" + Self.connector("c\($0)") }
            try folder.write("a.yaml", text.joined())
            return ["validate", "a.yaml"]
        }
    }

    @Test("the findings, of which each has a sign of a command to a build agent")
    func findings() throws {
        try Growth.check(30, exitCode: 1) { count, folder in
            let text = (0..<count).map {
                Self.connector("c\($0)") + "\"##[x] ::a::\": 1\n"
            }
            try folder.write("a.yaml", text.joined(separator: "---\n"))
            return ["validate", "a.yaml"]
        }
    }

    @Test("the lines of an instance")
    func lines() throws {
        try Growth.check(300, exitCode: 1) { count, folder in
            try folder.write("s.json", #"{"type": "object"}"#)
            try folder.write("i.ndjson", String(repeating: "{\"a\": 1}\n[]\n", count: count))
            return ["schema", "validate", "--schema", "s.json", "--lines", "i.ndjson"]
        }
    }
}
