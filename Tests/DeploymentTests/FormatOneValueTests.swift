import Foundation
import TestSupport
import Testing

/// A state of format 1 in which settings that no schema declares, and values of schemas, are in clear.
@Suite("Values in a state of format 1")
struct FormatOneValueTests {
    private let folder: TemporaryFolder
    private static let marker = "hunter2"

    init() throws {
        folder = try TemporaryFolder()
        let golden = "Tests/DeploymentTests/Golden/format-1/values/"
        for name in [
            "config/shop.yaml", "config/till.schema.yaml", "config/static.json", "state.json",
        ] {
            try folder.write(name, bytes: try ProjectFiles.bytes(golden + name))
        }
        try folder.writeSecret("keys.json", bytes: try ProjectFiles.bytes(golden + "keys.json"))
    }

    private func run(_ command: String...) throws -> Program.Outcome {
        let files = ["--config", "config", "--state", "state.json", "--keys", "keys.json"]
        return try Program.run(
            command + files, in: folder.url, environment: ["TEST_ACME_SECRET": "x"])
    }

    private func change(_ name: String, _ change: (String) -> String) throws {
        let text = String(decoding: try #require(folder.read(name)), as: UTF8.self)
        try folder.write(name, change(text))
    }

    private var state: String { String(decoding: folder.read("state.json") ?? [], as: UTF8.self) }

    @Test("that describe what is configured are no change, and are hidden by the next apply")
    func unchanged() throws {
        #expect(state.contains(Self.marker), "format 1 shows them")
        #expect(try run("plan").text == "Plan: nothing to change\n")
        _ = try run("apply")
        #expect(state.hasPrefix("{\"formatVersion\":2,") && !state.contains(Self.marker))
        #expect(state.contains("\"reference\":{\"$env\":\"TEST_ACME_SECRET\"}"))
        #expect(try run("plan").text == "Plan: nothing to change\n")
    }

    @Test(
        "that changed are shown as changed, and not themselves",
        arguments: ["text", "json", "markdown"])
    func changed(format: String) throws {
        for name in ["config/shop.yaml", "config/till.schema.yaml", "config/static.json"] {
            try change(name) { $0.replacing(Self.marker, with: "hunter3") }
        }
        let plan = try run("plan", "--format", format)
        for field in ["settings/token", "settings/creds", "staticJson/region", "staticJson/key"] {
            #expect(plan.text.contains(field))
        }
        #expect(plan.text.contains("{\"$env\":\"TEST_ACME_SECRET\"}"), "references are shown")
        #expect(!plan.text.contains("hunter"), "\(plan.text)")
    }

    @Test("that are not configured any more are not shown, either")
    func removed() throws {
        try change("config/shop.yaml") { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.contains(Self.marker) || $0.contains("secret: {type") }
                .joined(separator: "\n").replacing("default: hunter2-default", with: "minLength: 1")
        }
        let plan = try run("plan")
        #expect(plan.text.contains("settings/token: \"•••\" → (none)"))
        #expect(!plan.text.contains("hunter"), "\(plan.text)")
    }

    @Test("of others are hidden when a key is rotated or a connector imported")
    func otherChanges() throws {
        try change("config/shop.yaml") { $0.replacing("hunter2-undeclared", with: "hunter3") }
        #expect(try run("rotate-key", "acme").exitCode == 0)
        #expect(state.hasPrefix("{\"formatVersion\":2,") && !state.contains("hunter"))
        #expect(!state.contains("{\"$secret\":{"))
        // What differed before differs still.
        #expect(try run("plan").text.contains("settings/token"))
        #expect(try run("plan").text.contains("1 to update"))
    }
}
