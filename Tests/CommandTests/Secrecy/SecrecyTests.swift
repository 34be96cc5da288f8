import Foundation
import TestSupport
import Testing

/// Writes secrets into every place of a configuration that we could think of, runs every command that reads
/// one, and looks for them in all that comes out.
@Suite("No output of any command shows a secret")
struct SecrecyTests {
    /// What a command wrote: standard output, standard error and files.
    fileprivate struct Written {
        let command: String
        let bytes: [UInt8]
    }

    @Test("there are enough placements, and each has a secret of its own")
    func placements() {
        let all = Placements.valid + Placements.faulty
        #expect(all.count >= 500)
        #expect(Set(all.map(\.marker)).count == all.count)
        #expect(all.allSatisfy { $0.text("x").contains($0.marker) })
    }

    @Test("where the configuration is valid, to the plan and the state")
    func valid() throws {
        let folder = try TemporaryFolder()
        try write(Placements.valid, to: folder)
        var written = try outputs(of: Self.readers + Self.planners, in: folder)
        let apply = ["apply", "--config", "c", "--auto-approve"]
        written += try outputs(of: [apply], in: folder)
        #expect(
            folder.read("connectorctl.state.json") != nil, "it was applied")
        written.append(file("connectorctl.state.json", in: folder))
        // The plans show what was there before and what is to come.
        try write(Placements.valid, to: folder, ending: "-new")
        written += try outputs(
            of: Self.planners + [["plan", "--config", "c", "--out", "p.json"]], in: folder)
        written.append(file("p.json", in: folder))
        try FileManager.default.removeItem(atPath: folder.path("c"))
        try folder.write(
            "c/x.yaml",
            "apiVersion: connectorctl/v1\nkind: Connector\nid: x\nname: x\nurl: https://x.example\njsonSchema: true\n"
        )
        written += try outputs(of: Self.planners, in: folder)
        search(written, for: Placements.valid)
    }

    @Test("where it is not")
    func faulty() throws {
        let folder = try TemporaryFolder()
        try write(Placements.faulty, to: folder)
        let scenario =
            "apiVersion: connectorctl/v1\nkind: Scenario\nid: s\nevents: []\nexpect: []\n"
        try folder.write("c/scenario.yaml", scenario)
        let written = try outputs(of: Self.readers + Self.planners + Self.others, in: folder)
        #expect(written.allSatisfy { !$0.bytes.isEmpty })
        search(written, for: Placements.faulty)
    }

    @Test("of a connector that is shown by itself")
    func shown() throws {
        let folder = try TemporaryFolder()
        let some = Placements.valid.enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
        try write(some, to: folder)
        let commands = some.indices.flatMap { number in
            ["text", "json"].map { ["show", "p\(number)", "--config", "c", "--format", $0] }
        }
        search(try outputs(of: commands, in: folder), for: some)
    }

    @Test(
        "where a schema is a file of its own, and an instance another", arguments: Declaration.all)
    func schemaCommands(_ declaration: Declaration) throws {
        let folder = try TemporaryFolder()
        let marker = "hqs1000zx"
        let schema = declaration.schema("writeOnly: true", "minLength: 99, const: \(marker)")
        try folder.write("s.yaml", schema)
        try folder.write("t.yaml", schema.replacing("minLength: 99", with: "minLength: 999"))
        try folder.write("i.yaml", "s: \(marker)1\nu: {\(marker): 2}\n")
        try folder.write("j.json", "{\"s\": \"\(marker)2\", \"s\": \"\(marker)\"}")
        try folder.write("k.yaml", "s: !\(marker) x\n# \(marker)\n")
        let files = ["i.yaml", "j.json", "k.yaml"]
        var commands = [["schema", "check", "s.yaml"], ["schema", "compare", "s.yaml", "t.yaml"]]
        commands += commands.map { $0 + ["--format", "json"] }
        let validate = ["schema", "validate", "--schema", "s.yaml"]
        commands += files.flatMap { file in
            [[], ["--format", "json"]].map { validate + $0 + [file] }
                + ["flag", "basic", "detailed"].map { validate + ["--output-format", $0, file] }
        }
        let placement = Placement(
            name: declaration.name, marker: marker, documents: [], isValid: true)
        search(try outputs(of: commands, in: folder), for: [placement])
    }

    @Test(
        "of an exported connector",
        arguments: [
            #""jsonSchema": {"properties": {"s": {"writeOnly": true, "default": "MARK"}}, "x": 1}, "y": 1"#,
            #""jsonSchema": 5, "staticJson": {"s": "MARK"}"#, #""jsonSchema": {}, "MARK"#,
            #""jsonSchema": {}, "staticJson": {"a": "MARK"}, "settings": {"b": "MARK"}"#,
        ])
    func exported(_ members: String) throws {
        let folder = try TemporaryFolder()
        let marker = "hqe1000zx"
        try folder.write("c/keep.txt", "")
        try folder.write(
            "e.json",
            "{\"name\": \"E\", \"url\": \"https://e.example\", "
                + members.replacing("MARK", with: marker) + "}")
        let written = try outputs(of: [["import", "e.json", "--config", "c"]], in: folder)
        #expect(written.allSatisfy { !$0.bytes.isEmpty })
        search(
            written, for: [Placement(name: members, marker: marker, documents: [], isValid: false)])
    }

    // MARK: Commands

    /// Commands that read a configuration and report what is wrong with it.
    private static let readers = ["text", "json"].flatMap { format in
        [
            ["validate", "c", "--format", format],
            ["validate", "c", "--strict", "--format", format],
            ["list", "--config", "c", "--format", format],
        ]
    }

    private static let planners = ["text", "json", "markdown"].map {
        ["plan", "--config", "c", "--format", $0]
    }

    private static let others =
        ["text", "json", "junit", "tap"].map { ["test", "c", "--format", $0] } + [
            ["show", "p1", "--config", "c"], ["show", "p1", "--config", "c", "--format", "json"],
            ["replay", "--config", "c", "-"], ["replay", "--config", "c", "--format", "json", "-"],
            ["explain", "--config", "c", "--payment", "p", "-"],
            ["explore", "--config", "c"], ["sign", "--config", "c", "--keys", "k.json", "-"],
            ["generate", "--config", "c"], ["apply", "--config", "c", "--auto-approve"],
            ["rotate-key", "p1", "--config", "c"], ["bundle", "--config", "c", "--out", "b.json"],
        ]

    private func write(
        _ placements: [Placement], to folder: TemporaryFolder, ending: String = ""
    ) throws {
        for (number, placement) in placements.enumerated() {
            let text = placement.text("p\(number)")
                .replacing(placement.marker, with: placement.marker + ending)
            try folder.write("c/p\(number).yaml", text)
        }
    }

    private func outputs(
        of commands: [[String]], in folder: TemporaryFolder
    ) throws -> [Written] {
        try commands.map { arguments in
            let outcome = try Program.run(arguments, in: folder.url)
            #expect(outcome.signal == nil, "\(arguments)")
            return Written(
                command: arguments.joined(separator: " "),
                bytes: outcome.standardOutput + outcome.standardError)
        }
    }

    private func file(_ name: String, in folder: TemporaryFolder) -> Written {
        Written(command: name, bytes: folder.read(name) ?? [])
    }

    // MARK: Searching

    private func search(_ written: [Written], for placements: [Placement]) {
        let names = Dictionary(uniqueKeysWithValues: placements.map { ($0.marker, $0.name) })
        for output in written {
            for (marker, line) in output.markers {
                let name = names[marker] ?? "another placement"
                Issue.record("\(name): `\(output.command)` shows \(marker): \(line.prefix(300))")
            }
        }
    }
}

extension SecrecyTests.Written {
    /// The markers in the output, each once, with the line that it is in.
    fileprivate var markers: [String: String] {
        var found: [String: String] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            var rest = line
            while let start = rest.firstIndex(of: UInt8(ascii: "h")) {
                rest = rest[start...].dropFirst()
                guard rest.first == UInt8(ascii: "q"), rest.dropFirst(6).starts(with: "zx".utf8)
                else { continue }
                let marker = String(decoding: line[start...].prefix(9), as: UTF8.self)
                found[marker] = String(decoding: line, as: UTF8.self)
            }
        }
        return found
    }
}
