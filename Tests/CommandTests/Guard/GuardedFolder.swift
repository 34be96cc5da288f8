import Foundation
import TestSupport
import Testing

/// A folder with everything that commands read: a configuration with files of its own, events, a state
/// with its keys, a checkpoint, a kept plan, an exported connector, and links to some of it.
struct GuardedFolder {
    let folder: TemporaryFolder

    private static let shop = """
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: Acme
        url: https://acme.example
        processingPeriodMinutes: 15
        jsonSchemaFile: schemas/settings.json
        staticJsonFile: static.yaml
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card
        name: Card
        connector: acme
        settings: {shop: "1", secret: {$file: secrets/card.txt}}

        """

    private static let files = [
        "config/shop.yaml": shop,
        "config/schemas/settings.json":
            #"{"properties":{"shop":{"$ref":"shop.json"},"secret":{"type":"string","writeOnly":true}}}"#,
        "config/schemas/shop.json": #"{"type": "string"}"#,
        "config/static.yaml": "terminal: {$file: secrets/terminal.txt}\n",
        "config/secrets/card.txt": "planted-card",
        "config/secrets/terminal.txt": "planted-terminal",
        "config/other.yaml": "# some other program's\n",
        "events.ndjson": EventLines.created("p"),
        "exported.json": #"{"name":"Nova","url":"https://nova.example","jsonSchema":{}}"#,
    ]

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in Self.files { try folder.write(name, text) }
        for (name, bytes) in try Self.made.get() { try folder.writeSecret(name, bytes: bytes) }
        try folder.writeSecret("copy-of-keys", bytes: folder.read("connectorctl.keys.json") ?? [])
        for output in ["states.json", "report.json"] {
            try folder.write("day/\(output)", "[" + EventLines.created("p").dropLast() + "]\n")
        }
        for output in ["trace.ndjson", "rejected.ndjson"] {
            try folder.write("day/\(output)", EventLines.created("p"))
        }
        try folder.link("link", to: "events.ndjson")
        try folder.link("linked-config", to: "config")
        try folder.link("linked-day", to: folder.path("day"))
        for (name, target) in [("hard", "events.ndjson"), ("spare.json", "connectorctl.keys.json")]
        {
            try FileManager.default.linkItem(
                atPath: folder.path(target), toPath: folder.path(name))
        }
    }

    /// What the program makes of the files, made once.
    private static let made = Result {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        let scene = GuardedFolder(folder: folder)
        try scene.require("apply --config config --auto-approve")
        try scene.require("plan --config config --out plan.json")
        try scene.require("replay --config config --checkpoint monday.ckpt events.ndjson")
        let names = [
            "connectorctl.state.json", "connectorctl.keys.json", "plan.json", "monday.ckpt",
        ]
        return try names.map { ($0, try #require(folder.read($0))) }
    }

    private init(folder: TemporaryFolder) { self.folder = folder }

    private func require(_ line: String) throws {
        let outcome = try run(line)
        try #require(outcome.exitCode == 0, "\(line): \(outcome.errorText)")
    }

    /// Runs the program in the folder; the line may redirect.
    func run(_ line: String) throws -> Program.Outcome {
        try Program.shell("cd '\(folder.path)' && \"$ctl\" \(line)")
    }

    /// What is there: each file and folder by its path, with the bytes of files.
    var content: [String: Data] {
        get throws {
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            return Dictionary(
                uniqueKeysWithValues: paths.map {
                    ($0, FileManager.default.contents(atPath: folder.path($0)) ?? Data())
                })
        }
    }
}
