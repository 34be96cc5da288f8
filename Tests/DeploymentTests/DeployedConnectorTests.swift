import TestSupport
import Testing

@Suite("What show and list say of a deployed connector")
struct DeployedConnectorTests {
    /// The fingerprint of acme-cards in the state.
    private func fingerprint(_ shop: Shop) throws -> String {
        let text = try shop.text("connectorctl.state.json")
        let row = try #require(text.split(separator: "\n").first { $0.contains("\"acme-cards\"") })
        let rest = try #require(row.split(separator: "\"fingerprint\":\"").last)
        return String(rest.prefix(16))
    }

    @Test("is its number and its key's fingerprint, from the state that is there")
    func deployed() throws {
        let shop = try Shop()
        let none = try shop.run("show", "acme-cards", "--config", "config", "--format", "json")
        #expect(none.text.contains("\"number\":null,\"fingerprint\":null"))
        #expect(try !shop.run("show", "acme-cards", "--config", "config").text.contains("Number"))
        #expect(try !shop.run("list", "--config", "config").text.contains("NUMBER"))
        _ = try shop.run("apply", "--config", "config", "--auto-approve")

        let fingerprint = try fingerprint(shop)
        let json = "\"number\":1,\"fingerprint\":\"\(fingerprint)\""
        let shown = try shop.run("show", "acme-cards", "--config", "config")
        #expect(shown.text.contains("Number             1\nKey fingerprint    \(fingerprint)\n"))
        for command in [["show", "acme-cards"], ["list"]] {
            let outcome = try shop.run(
                command[0], more: command.dropFirst() + ["--config", "config", "--format", "json"])
            #expect(outcome.text.contains(json), "\(outcome.text)")
        }
        let list = try shop.run("list", "--config", "config").text
        #expect(list.contains("NUMBER") && list.contains(fingerprint))
    }

    @Test("is nothing of a connector that is not deployed yet")
    func new() throws {
        let shop = try Shop()
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        let path = "config/connectors/bankgate.yaml"
        let text = try shop.text(path).replacing("id: bankgate", with: "id: newgate")
        try shop.folder.write("config/connectors/newgate.yaml", text)
        let shown = try shop.run("show", "newgate", "--config", "config", "--format", "json")
        #expect(shown.text.contains("\"number\":null,\"fingerprint\":null"))
    }

    @Test("comes from the state that is named, which must be there and be its own")
    func named() throws {
        let shop = try Shop()
        _ = try shop.run(
            "apply", "--config", "config", "--auto-approve", "--state", "s", "--keys", "k")
        let arguments = ["--config", "config", "--format", "json", "--state"]
        #expect(try shop.run("show", "mobi", more: arguments + ["s"]).text.contains("\"number\":4"))
        #expect(try shop.run("show", "mobi", more: arguments + ["none"]).exitCode == 2)
        let damaged = try shop.folder.write("damaged", "{")
        #expect(try shop.run("list", more: arguments + [damaged]).exitCode == 2)
        let path = "config/installation.yaml"
        try shop.folder.write(path, try shop.text(path).replacing("nordic-shop", with: "other"))
        #expect(try shop.run("list", more: arguments + ["s"]).exitCode == 2)
    }

    @Test("is nothing of another installation's state, which nobody named")
    func otherInstallation() throws {
        let shop = try Shop()
        _ = try shop.run("apply", "--config", "config", "--auto-approve")
        let path = "config/installation.yaml"
        try shop.folder.write(path, try shop.text(path).replacing("nordic-shop", with: "other"))
        let list = try shop.run("list", "--config", "config", "--format", "json")
        #expect(list.exitCode == 0 && !list.text.contains("\"number\":1"))
    }
}
