import Files
import Foundation
import TestSupport
import Testing

@Suite("A bundle")
struct BundleTests {
    @Test("of the shop is valid under the published format, before and after it is deployed")
    func published() throws {
        let shop = try Shop()
        let schema = ProjectFiles.path("spec/formats/bundle.schema.json")
        for isDeployed in [false, true] {
            if isDeployed { _ = try shop.run("apply", "--config", "config", "--auto-approve") }
            #expect(try shop.run("bundle", "--config", "config", "--out", "b.json").exitCode == 0)
            let outcome = try shop.run("schema", "validate", "--schema", schema, "b.json")
            #expect(outcome.exitCode == 0, "\(outcome.text)")
            #expect(try shop.text("b.json").contains("\"number\":1,") == isDeployed)
        }
    }

    @Test("has the effective settings: static ones first, secrets in their places")
    func settings() throws {
        let text = try Shop().run("bundle", "--config", "config").text
        let expected = [
            #""id":"card","name":"Card","connector":"acme-cards","reseller":"head-office","active":true,"currencies":null,"settings":{"apiVersion":"2025-11","terminal":"WEB-1","webhookSecret":"planted-webhook-secret","merchantId":"M-77001","secret":"planted-secret"}"#,
            #""clientSecret":"planted-bank-\"secret\"""#, #""secret":"planted-tallinn-secret"}"#,
            #""currencies":["EUR","SEK"]"#, #""active":false"#,
            #""settings":{"sender":"Nordic Shop Ltd, Narva mnt 5, Tallinn","language":"et"}"#,
        ]
        for part in expected { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("$env") && !text.contains("$file"))
    }

    @Test("has the files that a schema refers to")
    func schemaFiles() throws {
        let shop = try Shop()
        try shop.folder.write("config/schemas/money.json", #"{"type": "string", "minLength": 1.0}"#)
        let path = "config/connectors/forms.yaml"
        let schema = "jsonSchema: {properties: {note: {$ref: ../schemas/money.json}}}\n---"
        let old = try shop.text(path)
        let form = try #require(old.firstRange(of: "jsonSchema:"))
        try shop.folder.write(path, String(old[..<form.lowerBound]) + schema + "\n")
        try shop.folder.write("config/methods/others.yaml", "# none\n")
        let text = try shop.run("bundle", "--config", "config").text
        #expect(
            text.contains(
                #""jsonSchemaReferences":{"../schemas/money.json":{"minLength":1,"type":"string"}}}"#
            ))
        try shop.folder.write("b.json", text)
        let format = ProjectFiles.path("spec/formats/bundle.schema.json")
        #expect(try shop.run("schema", "validate", "--schema", format, "b.json").exitCode == 0)
    }

    @Test("holds no hash key")
    func keys() throws {
        let shop = try Shop()
        let applied = try shop.run(
            "apply", "--config", "config", "--auto-approve", "--bundle", "b.json")
        #expect(applied.exitCode == 0)
        let (keys, text) = (try shop.keys(), try shop.text("b.json"))
        #expect(keys.count == 5, "four connectors and the salt")
        #expect(keys.allSatisfy { !text.contains($0) })
        let row = try #require(text.split(separator: "\n").first { $0.contains("\"mobi\",") })
        #expect(
            row.hasPrefix("{\"number\":4,"), "the numbers are those of the state that came to be")
    }

    @Test("is a file that only its owner can read, whatever was there")
    func permissions() throws {
        let shop = try Shop()
        try shop.folder.write("b.json", "open to all")
        for arguments in [["bundle", "--out"], ["apply", "--auto-approve", "--bundle"]] {
            let outcome = try shop.run(
                arguments[0], more: ["--config", "config"] + arguments[1...] + ["b.json"])
            #expect(outcome.exitCode == 0)
            #expect(try shop.permissions("b.json") == 0o600)
        }
    }

    @Test(
        "holds what a reseller may manage",
        arguments: [
            (
                "head-office", 4,
                ["bank-transfer", "card", "card-baltic", "card-tallinn", "invoice", "mobile"]
            ), ("baltic", 0, ["card-baltic", "card-tallinn", "mobile"]),
            ("tallinn", 0, ["card-tallinn"]),
        ])
    func resellers(_ reseller: String, _ connectors: Int, _ methods: [String]) throws {
        var shop = try Shop()
        if reseller == "tallinn" {
            // The secrets of others are not needed.
            shop.environment = ["ACME_WEBHOOK_SECRET": "planted-webhook-secret"]
        }
        let text = try shop.run("bundle", "--config", "config", "--as", reseller).text
        #expect(text.split(separator: "\"number\"").count - 1 == connectors)
        let rows = text.split(separator: "\n").filter { $0.contains("\"settings\":") }
        #expect(rows.map { String($0.split(separator: "\"")[3]) } == methods)
    }
}

@Suite("A bundle is refused")
struct BundleRefusalTests {
    @Test("if variables are not set: each is named with the place that refers to it")
    func unset() throws {
        var shop = try Shop()
        shop.environment = ["ACME_SECRET_BALTIC": ""]
        let outcome = try shop.run("bundle", "--config", "config", "--out", "b.json")
        #expect(outcome.exitCode == 2)
        let expected = [
            ("ACME_WEBHOOK_SECRET", "config/connectors/acme-cards.yaml:32:18"),
            ("ACME_SECRET", "config/methods/cards.yaml:9:11"),
            ("ACME_SECRET_BALTIC", "config/methods/cards.yaml:19:11"),
            ("BANKGATE_CLIENT_SECRET", "config/methods/others.yaml:14:19"),
            ("MOBI_API_KEY", "config/methods/others.yaml:24:11"),
        ]
        for (name, place) in expected {
            #expect(outcome.errorText.contains("`\(name)` is not set"))
            #expect(outcome.errorText.contains(place))
        }
        #expect(outcome.errorText.hasSuffix(" methods in 6 files\n5 errors in 6 files\n"))
        #expect(outcome.text.isEmpty)
        #expect(try shop.folder.names == ["config"])
    }

    @Test("before anything is changed")
    func untouched() throws {
        var shop = try Shop()
        let arguments = ["--config", "config", "--auto-approve", "--bundle", "b.json"]
        shop.environment["MOBI_API_KEY"] = nil
        let first = try shop.run("apply", more: arguments)
        #expect(first.exitCode == 2 && first.errorText.contains("MOBI_API_KEY"))
        #expect(try shop.folder.names == ["config"])

        shop.environment["MOBI_API_KEY"] = "set"
        #expect(try shop.run("apply", more: arguments).exitCode == 0)
        let before = shop.files + [shop.folder.read("b.json")]
        try shop.folder.write(
            "config/new.yaml",
            """
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: another
            name: Another
            connector: mobi
            settings: {shop: "204417", apiKey: {$env: PLANTED_UNSET}}

            """)
        let second = try shop.run("apply", more: arguments)
        #expect(second.exitCode == 2 && second.errorText.contains("`PLANTED_UNSET` is not set"))
        #expect(shop.files + [shop.folder.read("b.json")] == before)
    }

    @Test("if it cannot be written, before anything is changed")
    func unwritable() throws {
        let shop = try Shop()
        let outcome = try shop.run(
            "apply", "--config", "config", "--auto-approve", "--bundle", "none/b.json")
        #expect(outcome.exitCode == 2 && outcome.errorText.contains("none/b.json"))
        #expect(try shop.folder.names == ["config"])
    }

    @Test("if a secret does not fit the schema, without showing it")
    func unfit() throws {
        let shop = try Shop()
        try shop.folder.write("config/methods/shop.number", "not-planted-digits")
        let path = "config/methods/others.yaml"
        let text = try shop.text(path)
        try shop.folder.write(path, text.replacing("\"204417\"", with: "{$file: shop.number}"))
        let outcome = try shop.run("bundle", "--config", "config")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("error[secret-unfit]: the secret breaks the rule"))
        #expect(outcome.errorText.contains("`pattern`"))
        #expect(outcome.errorText.contains("others.yaml:23:9"))
        #expect(!outcome.errorText.contains("planted-digits"))
    }

    @Test("with a plan that was kept, which holds no configuration")
    func keptPlan() throws {
        let shop = try Shop()
        let outcome = try shop.run("apply", "kept.json", "--bundle", "b.json")
        #expect(outcome.exitCode == 64)
    }

    @Test(
        "in the place of the state or of the keys",
        arguments: ["connectorctl.state.json", "./connectorctl.keys.json", "link.json"])
    func ownFiles(_ name: String) throws {
        let shop = try Shop()
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        try shop.folder.link("link.json", to: "connectorctl.keys.json")
        let before = shop.files
        let bundled = try shop.run("bundle", "--config", "config", "--out", name)
        #expect(bundled.exitCode == 64)
        let applied = try shop.run("apply", "--config", "config", "--bundle", name)
        #expect(applied.exitCode == 64)
        #expect(shop.files == before)
    }

    @Test("if the state that is named is not there, or another installation's")
    func state() throws {
        let shop = try Shop()
        let missing = try shop.run("bundle", "--config", "config", "--state", "none.json")
        #expect(missing.exitCode == 2 && missing.errorText.contains("none.json"))
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        let path = "config/installation.yaml"
        try shop.folder.write(path, try shop.text(path).replacing("nordic-shop", with: "other"))
        let name = "connectorctl.state.json"
        #expect(try shop.run("bundle", "--config", "config", "--state", name).exitCode == 2)
        let unnamed = try shop.run("bundle", "--config", "config")
        #expect(unnamed.exitCode == 0 && !unnamed.text.contains("\"number\":1"))
    }
}
