import Configuration
import Documents
import Foundation
import SourceText
import Synchronization
import TestSupport
import Testing

/// Somebody replaces files and links all the time while a configuration is read.
@Suite("A file that is replaced while it is looked for")
struct SwappedFileTests {
    /// What is at a path, one after the other.
    enum Content: Sendable, CaseIterable {
        case inside, linkOutside, linkInside, pipe, nothing
    }

    /// Replaces what is at `name` in a folder by one content after the other, each in one step, as long
    /// as `body` runs.
    private static func swapping<Result>(
        _ name: String, in folder: TemporaryFolder, _ contents: [Content],
        _ body: () throws -> Result
    ) throws -> Result {
        let isDone = Atomic(false)
        let path = folder.path(name)
        return try withThread {
            var round = 0
            while !isDone.load(ordering: .relaxed) {
                put(contents[round % contents.count], at: path)
                round += 1
            }
        } during: {
            defer { isDone.store(true, ordering: .relaxed) }
            return try body()
        }
    }

    private static func put(_ content: Content, at path: String) {
        let other = path + ".other"
        switch content {
        case .inside:
            link(path + ".inside", other)
        case .linkOutside: symlink(path + ".outside", other)
        case .linkInside: symlink(path + ".inside", other)
        case .pipe: mkfifo(other, 0o600)
        case .nothing:
            unlink(path)
            return
        }
        rename(other, path)
        // Two names of one file stay two when one is renamed to the other.
        unlink(other)
    }

    /// Runs `work` on a thread of its own during `body`, and waits for its end.
    private static func withThread<Result>(
        _ work: @escaping @Sendable () -> Void, during body: () throws -> Result
    ) rethrows -> Result {
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            work()
            done.signal()
        }
        defer { done.wait() }
        return try body()
    }

    private static func connector(_ lines: String) -> String {
        """
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: Acme
        url: https://gateway.example.com
        \(lines)

        """
    }

    /// What is swapped, and what reads it.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let lines: String
        var swapped = "in/key"
        var inside = "{\"title\": \"inside\"}"
        var outside = "{\"title\": \"outside\"}"

        var testDescription: String { name }
    }

    private static let rows = [
        Row(
            name: "a secret", lines: "jsonSchema: true\nstaticJson: {of: {$file: key}}",
            inside: "inside", outside: "outside"),
        Row(name: "jsonSchemaFile", lines: "jsonSchemaFile: key"),
        Row(name: "staticJsonFile", lines: "jsonSchema: true\nstaticJsonFile: key"),
        Row(name: "$ref", lines: "jsonSchema: {$ref: key}"),
        Row(
            name: "a file of the configuration", lines: "jsonSchema: true", swapped: "in/b.yaml",
            inside: connector("jsonSchema: {title: inside}").replacing("acme", with: "inside"),
            outside: connector("jsonSchema: {title: outside}").replacing("acme", with: "outside")),
    ]

    /// A configuration; what stands for the file lies inside, and a file that nobody may see outside.
    private static func folder(_ row: Row) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("in/a.yaml", connector(row.lines))
        try folder.write(row.swapped + ".inside", row.inside)
        try folder.write("out/key", row.outside)
        try folder.link(row.swapped + ".outside", to: "../out/key")
        return folder
    }

    /// All that is read from the configuration: its texts and the secret, or the codes of findings.
    private static func read(_ folder: TemporaryFolder) -> String {
        guard let loaded = try? folder.load("in") else { return "unreadable" }
        var texts = loaded.diagnostics.map { $0.code.name + $0.message }
        texts += loaded.connectors.flatMap { connector in
            [connector.id] + [connector.settingsSchema, connector.staticSettings].map(text)
        }
        texts += loaded.schemaFiles.values.flatMap { $0.values.map(text) }
        let secrets = SecretResolver(loaded, environment: { _ in nil })
        if let node = loaded.connectors.first?.staticSettings?["of"] {
            switch secrets.secret(at: node) {
            case .secret(let text): texts.append(text)
            case .finding(let finding): texts.append(finding.code.name)
            }
        }
        return texts.joined(separator: "\n")
    }

    private static func text(_ node: Node?) -> String {
        node.map { String(decoding: $0.document.source.bytes, as: UTF8.self) } ?? ""
    }

    @Test("is never read from outside, nor waited for", arguments: rows)
    func swapped(row: Row) throws {
        let folder = try Self.folder(row)
        let outcomes = try Self.swapping(row.swapped, in: folder, Content.allCases) {
            var outcomes: [String: Int] = [:]
            for _ in 0..<120 { outcomes[Self.read(folder), default: 0] += 1 }
            return outcomes
        }
        let inside = outcomes.filter { $0.key.contains("inside") && !$0.key.contains("outside") }
        print("\(row.name): \(outcomes.count) outcomes; inside \(inside.values.reduce(0, +))")
        #expect(!inside.isEmpty && outcomes.count > 1, "it was swapped: \(outcomes)")
        for outcome in outcomes.keys {
            let text = outcome.replacing("is outside the configuration", with: "")
                .replacing("referenced-file-outside", with: "")
            #expect(!text.contains("outside"), "\(outcome)")
        }
    }
}
