import SourceText
import TestSupport
import Testing

/// Looks for hash keys and planted secrets in everything that commands write.
@Suite("No output shows a key or a secret")
struct LeakTests {
    /// The shop with secrets in plain text, in the environment and in a file, some of them misused.
    private static func shop() throws -> Shop {
        var shop = try Shop()
        shop.environment["SHARED_KEY"] = "planted-shared-key"
        try shop.folder.write(
            "config/plain.yaml",
            """
            apiVersion: connectorctl/v1
            kind: Connector
            id: plain
            name: Plain
            url: https://plain.example
            key: {$env: SHARED_KEY}
            jsonSchema:
              type: object
              properties: {shop: {type: string}, token: {type: string, writeOnly: true, minLength: 3}}
              additionalProperties: false
            staticJson: {token: planted-static-token}
            ---
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: plain
            name: Plain
            connector: plain
            settings: {shop: "1"}
            ---
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: plainer
            name: Plainer
            connector: mobi
            settings: {shop: "204417", apiKey: planted-plain-key}

            """)
        try shop.folder.write(
            "nova.json",
            #"{"name":"Nova","url":"https://nova.example","jsonSchema":{"properties":{"t":{"writeOnly":true}}},"staticJson":{"t":"planted-imported"}}"#
        )
        try shop.folder.write(
            "faulty.json",
            #"{"name":"Nova","staticJson":{"t":"planted-faulty"},"tokn":"planted-unknown","url":1}"#
        )
        try shop.folder.write("broken.json", #"{"staticJson":{"t":"planted-broken",,"#)
        return shop
    }

    /// Commands in an order in which each does something.
    private static let commands: [[String]] = [
        ["plan"], ["plan", "--format", "json"], ["plan", "--format", "markdown"],
        ["apply", "--auto-approve", "--bundle", "bundle.json"],
        ["apply", "--auto-approve", "--bundle", "bundle.json"], ["list"],
        ["list", "--format", "json"],
        ["show", "acme-cards"], ["show", "plain"], ["show", "plain", "--format", "json"],
        ["show", "mobi", "--format", "json"], ["rotate-key", "mobi", "--keep-old"],
        ["rotate-key", "plain"], ["rotate-key", "none"], ["import", "nova.json"],
        ["import", "nova.json"], ["import", "faulty.json"], ["import", "broken.json"],
        ["bundle", "--out", "bundle.json"], ["bundle", "--out", "none/bundle.json"],
        ["bundle", "--as", "nobody"], ["plan", "--as", "baltic"], ["validate", "config"],
        ["validate", "--format", "json", "config"],
    ]

    /// What changes a secret or breaks something, and what is run then.
    private static let changes: [(replacing: String, with: String, path: String)] = [
        ("planted-plain-key", "planted-other-key", "config/plain.yaml"),
        ("minLength: 3", "minLength: 300", "config/plain.yaml"),
        ("planted-static-token", "[planted-list]", "config/plain.yaml"),
        (
            "settings: {shop: \"1\"}", "settings: {shop: 1, tokn: planted-misspelt}",
            "config/plain.yaml"
        ),
        ("{$env: ACME_SECRET}", "{$env: UNSET_NAME}", "config/methods/cards.yaml"),
    ]

    @Test("of all commands that deploy, in every format, also where something is wrong")
    func everything() throws {
        let shop = try Self.shop()
        var outputs: [(String, String)] = []
        for command in Self.commands { outputs.append(try run(command, shop)) }
        for change in Self.changes {
            let text = try shop.text(change.path)
            #expect(text.contains(change.replacing), "\(change)")
            try shop.folder.write(change.path, text.replacing(change.replacing, with: change.with))
            for command in Self.commands
            where ["plan", "apply", "bundle", "validate"].contains(command[0]) {
                outputs.append(try run(command, shop))
            }
            // The next change meets the configuration as it was.
            try shop.folder.write(change.path, text)
        }
        let keys = try shop.keys()
        #expect(
            keys.count == 7, "the salt, four keys, an old one of one, and that of the imported one")
        for (name, output) in outputs + [("state", try shop.text("connectorctl.state.json"))] {
            for secret in ["planted-"] + keys {
                #expect(!output.contains(secret), "\(name)\n\(output)")
            }
        }
        try expectOnlyPrivateSecrets(shop, keys)
    }

    /// Secrets are in bundles, keys in the key file, and both can be read by their owner only.
    private func expectOnlyPrivateSecrets(_ shop: Shop, _ keys: [String]) throws {
        let (bundle, keyFile) = (
            try shop.text("bundle.json"), try shop.text("connectorctl.keys.json")
        )
        #expect(bundle.contains("planted-webhook-secret"))
        #expect(keys.allSatisfy { !bundle.contains($0) })
        #expect(!keyFile.contains("planted"), "shared keys stay where they are")
        for name in ["bundle.json", "connectorctl.keys.json"] {
            #expect(try shop.permissions(name) == 0o600)
        }
        let known = ["config", "bundle.json", "connectorctl.keys.json", "connectorctl.state.json"]
        let inputs = ["broken.json", "faulty.json", "nova.json"]
        #expect(try shop.folder.names == (known + inputs).sorted(by: ByteOrder.precedes))
    }

    private func run(_ command: [String], _ shop: Shop) throws -> (String, String) {
        let isAsIs = command[0] == "validate"
        let outcome = try shop.run(
            command[0], more: (isAsIs ? [] : ["--config", "config"]) + command.dropFirst())
        return (command.joined(separator: " "), outcome.text + outcome.errorText)
    }
}
