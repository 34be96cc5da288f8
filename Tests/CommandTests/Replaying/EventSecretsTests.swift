import TestSupport
import Testing

@Suite("What an event holds besides its fields")
struct EventSecretsTests {
    private static let secret = "s3cr3t-4111"

    /// An invalid event, for whatever reason, with the secret somewhere.
    struct Place: Sendable {
        let text: String
        /// Whether an array with it is still JSON.
        let isJSON: Bool
    }

    private static let head = #"{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p""#
    /// Members that say nothing to the program.
    private static let unknown = [
        #""card":"s3cr3t-4111""#, #""s3cr3t-4111":1"#, #""meta":{"token":{"at":"s3cr3t-4111"}}"#,
        #""list":[1,{"s3cr3t-4111":null}]"#, #""c\u0061rd":"s3cr3t-4111""#, #""":"s3cr3t-4111""#,
        #""Type":"s3cr3t-4111""#,
    ]
    /// Faults of the event, in JSON that is right.
    private static let wrong = [
        #""outcome":"maybe","attempt":"a""#, #""outcome":"failed""#, #""attempt":"""#,
        #""attempt":["s3cr3t-4111"],"outcome":"failed""#, #""attempt":"a","attempt":"b""#,
        #""attempt":"a","outcome":"failed","error":"s3cr3t-4111""#,
        #""attempt":"a","outcome":"failed","error":{"code":{"a":"s3cr3t-4111"}}"#,
        #""attempt":"a","outcome":"failed","error":{"code":1,"s3cr3t-4111":2}"#,
        #""attempt":"a","outcome":"succeeded","error":{"code":"1","detail":"s3cr3t-4111"}"#,
        #""attempt":"\ud800""#,
    ]
    /// Faults of JSON, in front of which everything is right.
    private static let broken = [
        #" "card":"s3cr3t-4111"}"#, #",card:"s3cr3t-4111"}"#, #","attempt":s3cr3t-4111}"#,
        #","attempt":"s3cr3t-4111"#, #","attempt":"s3cr3t-4111\x"}"#,
        #","card":01,"x":"s3cr3t-4111"}"#,
        #"} s3cr3t-4111"#, #","attempt":12s3cr3t-4111}"#, #","list":[1,"s3cr3t-4111"}"#,
        #","attempt" "s3cr3t-4111"}"#,
    ]

    static let places: [Place] = {
        let wrongOnes = unknown.flatMap { member in
            wrong.flatMap { fault in
                [
                    "\(head),\(member),\(fault)}", "\(head),\(fault),\(member)}",
                    "{\(member),\(head.dropFirst()),\(fault)}",
                ]
            }
        }
        let brokenOnes = unknown.flatMap { member in
            broken.map { "\(head),\(member)\($0)" }
        }
        let none = [#""s3cr3t-4111""#, #"["s3cr3t-4111"]"#]
        return (wrongOnes + none).map { Place(text: $0, isJSON: true) }
            + (brokenOnes + ["s3cr3t-4111"]).map { Place(text: $0, isJSON: false) }
    }()

    /// What is run on a file of events.
    private static let calls: [(name: String, arguments: [String], hasFormats: Bool)] = [
        ("replay", ["replay", "--config", "config"], true),
        ("explain", ["explain", "--config", "config", "--payment", "p"], true),
        ("explore", ["explore", "--config", "config", "--from"], true),
        ("test --record", ["test", "--config", "config", "--record"], false),
        ("sign", ["sign", "--config", "config", "--keys", "keys.json"], true),
    ]

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let cases = "spec/conformance/"
        try folder.write(
            "config/shop.yaml", bytes: ProjectFiles.bytes(cases + "configurations/card/shop.yaml"))
        try folder.writeSecret(
            "keys.json",
            bytes: ProjectFiles.bytes(cases + "signature-that-is-right-is-applied/keys.json"))
        return folder
    }

    /// Runs a command on a file, and gives everything that it printed.
    private static func printed(
        _ arguments: [String], on file: String, in folder: TemporaryFolder
    ) throws -> String {
        let outcome = try Program.run(arguments + [file], in: folder.url)
        #expect(outcome.exitCode == 1, "\(arguments) \(file): \(outcome.errorText.prefix(300))")
        return outcome.text + outcome.errorText
    }

    @Test("is shown by no command", arguments: calls.map(\.name))
    func commands(name: String) throws {
        let command = try #require(Self.calls.first { $0.name == name })
        let folder = try Self.folder()
        var files: [String] = []
        // At most a hundred are reported one by one.
        for (number, start) in stride(from: 0, to: Self.places.count, by: 90).enumerated() {
            let part = Self.places[start..<min(start + 90, Self.places.count)]
            files.append("lines-\(number).ndjson")
            try folder.write("lines-\(number).ndjson", part.map { $0.text + "\n" }.joined())
        }
        let valid = Self.places.filter(\.isJSON).prefix(90).map(\.text)
        for (number, separator) in [", ", ",\n  "].enumerated() {
            files.append("array-\(number).json")
            try folder.write("array-\(number).json", "[" + valid.joined(separator: separator) + "]")
        }
        for (number, place) in Self.places.filter({ !$0.isJSON }).enumerated() where number % 7 == 0
        {
            files.append("broken-\(number).json")
            try folder.write("broken-\(number).json", "[{\(Self.unknown[0])},\n\(place.text)]")
        }
        for format in command.hasFormats ? ["text", "json"] : ["text"] {
            let options = command.hasFormats ? ["--format", format] : []
            let end = command.arguments.last == "--from" || command.arguments.last == "--record"
            let arguments =
                end
                ? command.arguments.dropLast() + options + command.arguments.suffix(1)
                : command.arguments + options
            for file in files {
                let text = try Self.printed(Array(arguments), on: file, in: folder)
                #expect(text.contains("event-"), "\(name) \(format) \(file): \(text.prefix(200))")
                let leak = text.split(separator: "\n").first { $0.contains(Self.secret) }
                #expect(leak == nil, "\(name) \(format) \(file)")
            }
        }
    }

    @Test("is shown by no scenario that names a file of events")
    func scenario() throws {
        let folder = try Self.folder()
        try folder.write("e.ndjson", Self.places.prefix(90).map { $0.text + "\n" }.joined())
        try folder.write(
            "s.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Scenario
            id: s
            title: S
            config: config
            eventsFile: e.ndjson
            expect: [{anomalies: []}]
            """)
        for format in ["text", "json", "junit", "tap"] {
            let outcome = try Program.run(["test", "--format", format, "s.yaml"], in: folder.url)
            #expect(outcome.exitCode == 2)
            let text = outcome.text + outcome.errorText
            #expect(format == "tap" || text.contains("event-"), "\(format)")
            #expect(!text.contains(Self.secret), "\(format)")
        }
    }

    @Test("is in rejected.ndjson, which is the data")
    func rejected() throws {
        let folder = try Self.folder()
        try folder.write("e.ndjson", Self.places.map { $0.text + "\n" }.joined())
        let outcome = try Program.run(
            [
                "replay", "--config", "config", "--on-invalid", "quarantine", "--out", "out",
                "e.ndjson",
            ],
            in: folder.url)
        #expect(outcome.exitCode == 0)
        let rejected = String(
            decoding: try #require(folder.read("out/rejected.ndjson")), as: UTF8.self)
        let lines = rejected.split(separator: "\n")
        #expect(lines.count == Self.places.count)
        #expect(lines.allSatisfy { $0.contains(Self.secret) })
        #expect(!(outcome.text + outcome.errorText).contains(Self.secret))
        let reasons = lines.compactMap { $0.firstMatch(of: /"reasons":(\[.*?\]),"raw"/)?.1 }
        #expect(reasons.count == lines.count && !reasons.contains { $0.contains(Self.secret) })
    }
}
