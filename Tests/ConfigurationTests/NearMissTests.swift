import Configuration
import SourceText
import TestSupport
import Testing

@Suite("A document whose head is misspelt is not passed over")
struct NearMissTests {
    private static let method = """
        id: card
        name: Card
        connector: acme
        settings: {merchant: 1}

        """

    private static let head = "apiVersion: connectorctl/v1\nkind: PaymentMethod\n"

    private func check(_ text: String, _ expected: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", CascadeTests.connector())
        try folder.write("m.yaml", text)
        try folder.expect(expected)
    }

    @Test(
        "in the value of apiVersion",
        arguments: [
            "connectorct/v1", "conectorctl/v1", "connectorclt/v1", "connectorctl/v2",
            "connectorctl",
            "connectorctl.v1", "connectorctlv1", "connectorctl:v1", "ConnectorCtl/v1",
            "connectorctl/V1", "connectorctl/1", "connector-ctl/v1", "connectorctl.dev/v1", "v1",
            "1",
            "", "[connectorctl/v1]", "v1/connectorctl",
        ])
    func value(_ version: String) throws {
        try check(
            "apiVersion: \(version)\nkind: PaymentMethod\n" + Self.method,
            ["m.yaml:1 api-version-unsupported"])
    }

    @Test(
        "in the key apiVersion",
        arguments: [
            "apiversion", "ApiVersion", "api_version", "api-version", "apiVerson", "version",
        ])
    func key(_ key: String) throws {
        try check(
            "kind: PaymentMethod\n\(key): connectorctl/v1\n" + Self.method,
            ["m.yaml:2 api-version-missing"])
    }

    @Test(
        "by leaving it out, or in more than one word",
        arguments: [
            ("kind: PaymentMethod\n", ["m.yaml:1 api-version-missing"]),
            ("kind: Paymentmethod\n", ["m.yaml:1 api-version-missing"]),
            ("apiVersion: connectorct/v1\nkind: Payment\n", ["m.yaml:1 api-version-unsupported"]),
            ("apiVersion: connectorctl/v1\n", ["m.yaml:1 kind-missing"]),
            ("apiVersion: connectorctl/v1\nkind:\n", ["m.yaml:2 kind-missing"]),
            ("apiVersion: connectorctl/v1\nKind: PaymentMethod\n", ["m.yaml:2 kind-missing"]),
            ("apiVersion: connectorctl/v1\ntype: PaymentMethod\n", ["m.yaml:2 kind-missing"]),
            ("apiVersion: connectorctl/v1\nkind: [PaymentMethod]\n", ["m.yaml:2 kind-unknown"]),
        ])
    func leftOut(_ head: String, _ expected: [String]) throws {
        try check(head + Self.method, expected)
    }

    @Test("in a file whose other documents are ours, whatever the document is")
    func besideOurs() throws {
        try check(
            Self.head + Self.method + "---\nid: x\n---\n# nothing\n---\nbatch: true\n",
            ["m.yaml:8 api-version-missing", "m.yaml:12 api-version-missing"])
    }

    @Test("in a list of documents")
    func list() throws {
        try check(
            "- apiVersion: connectorctl/v1\n  kind: PaymentMethod\n",
            ["m.yaml:1 api-version-missing"])
    }

    @Test("in text that YAML cannot read")
    func unreadable() throws {
        for head in ["apiVersion: connectorct/v1", "apiversion: connectorctl/v1"] {
            try check(head + "\nkind: PaymentMethod\nid: a: b\n", ["m.yaml:3 yaml-syntax"])
        }
    }

    @Test(
        "but documents of other tools are",
        arguments: [
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {}\n",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n",
            "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnector\nmetadata: {name: a}\n",
            "apiVersion: platform.confluent.io/v1beta1\nkind: Connector\nmetadata: {name: a}\n",
            "apiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata: {name: a}\n",
            "apiVersion: connector/v1\nkind: Connector\nmetadata: {name: a}\nspec: {}\n",
            "apiVersion: acme.example/v1\nkind: PaymentMethod\n" + method,
            "apiVersion: connectorctl.example.com/v1\nkind: Fleet\nspec: {}\n",
            "kind: Connection\nid: a\nname: A\nurl: https://a.example\n",
            "apiVersion: v2\nname: chart\ntype: application\nversion: 0.1.0\n",
            "kind: Connector\nname: debezium\nconfig: {}\n", "kind: Scenario\nsteps: []\n",
            "kind: pipeline\ntype: docker\nname: a\n", "version: '3'\nservices: {a: {image: b}}\n",
            "name: CI\non: push\njobs: {a: {runs-on: ubuntu}}\n", "- hosts: all\n  tasks: []\n",
            "openapi: 3.1.0\ninfo: {title: connectorctl/v1}\n", "connectorctl/v1\n", "[1, 2]\n",
        ])
    func foreign(_ text: String) throws {
        try check(text, [])
    }

    @Test(
        "and what names it is not accused",
        arguments: [
            ("kind: Connector", "kind: Conector"), ("connectorctl/v1", "connectorctl/v2"),
            ("connectorctl/v1", "connectorct/v1"), ("id: acme", "ID: acme"),
            ("id: acme", "id: Acme"),
            ("id: acme\n", ""), ("name: Acme", "name: a: b"), ("apiVersion:", "apiversion:"),
        ])
    func references(_ right: String, _ wrong: String) throws {
        let folder = try TemporaryFolder()
        let connector = CascadeTests.connector()
        #expect(connector.contains(right))
        try folder.write("c.yaml", connector.replacing(right, with: wrong))
        for id in ["a", "b"] {
            try folder.write(
                "m\(id).yaml", CascadeTests.method.replacing("id: card", with: "id: \(id)"))
        }
        let found = try folder.findings()
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("c.yaml:") }, "\(found)")
    }

    @Test(
        "nor are those who name its resellers",
        arguments: [
            ("kind: Installation", "kind: Instalation"), ("connectorctl/v1", "connectorct/v1"),
            ("resellers:", "resellers: a: b"), ("resellers:", "reselers:"),
            ("id: eu", "id: eu\nid: us"),
        ])
    func resellers(_ right: String, _ wrong: String) throws {
        let installation = """
            apiVersion: connectorctl/v1
            kind: Installation
            id: eu
            resellers:
              - {id: root, name: Root}
              - {id: baltic, name: Baltic, parent: root}

            """
        let folder = try TemporaryFolder()
        try folder.write("i.yaml", installation.replacing(right, with: wrong))
        try folder.write("c.yaml", CascadeTests.connector())
        try folder.write("m.yaml", CascadeTests.method + "reseller: baltic\n")
        let found = try folder.findings()
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("i.yaml:") }, "\(found)")
    }
}

@Suite("A part of a configuration")
struct PartTests {
    @Test(
        "that names what is elsewhere says which folder to name",
        arguments: [
            ("methods/m.yaml", "connectors/c.yaml", "."), ("m.yaml", "c.yaml", "."),
            ("a/m.yaml", "c.yaml", "."), ("m.yaml", "a/b/c.yaml", "."),
            ("a/b/m.yaml", "a/c/c.yaml", "a"),
        ])
    func elsewhere(_ method: String, _ connector: String, _ common: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(".git/config", "")
        try folder.write(method, CascadeTests.method)
        try folder.write(connector, CascadeTests.connector())
        let finding = try #require(try folder.load(method).diagnostics.first)
        let expected = common == "." ? folder.path : folder.path + "/" + common
        #expect(finding.code.name == "connector-unknown")
        #expect(
            finding.hint?.contains("name the folder `\(expected)`") == true, "\(finding.hint ?? "")"
        )
        try folder.expect([])
        let part = method.split(separator: "/").dropLast().joined(separator: "/")
        guard !part.isEmpty else { return }
        let other = try #require(try folder.load(part).diagnostics.first)
        #expect(other.hint == finding.hint)
    }

    @Test("that names what is nowhere says that only the part was read")
    func nowhere() throws {
        let folder = try TemporaryFolder()
        try folder.write(".git/config", "")
        try folder.write("m.yaml", CascadeTests.method)
        #expect(
            try folder.load("m.yaml").diagnostics.first?.hint?.contains(
                "only the files that were named were read") == true)
        #expect(
            try folder.load().diagnostics.first?.hint?.contains("only this folder was read") == true
        )
    }

    @Test("a folder without a document is an error, also beside others")
    func emptyFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("c/c.yaml", CascadeTests.connector())
        try folder.write("c-d/k.yaml", "kind: Service\n")
        func codes(_ names: String...) throws -> [String] {
            try Configuration.load(paths: names.map { folder.path + "/" + $0 })
                .diagnostics.map(\.code.name)
        }
        #expect(try codes("c") == [])
        #expect(try codes("c", "c") == [])
        #expect(try codes("c", "c/c.yaml") == [])
        #expect(try codes("c", "c-d") == ["configuration-empty"])
        #expect(try codes("c-d") == ["configuration-empty"])
    }
}
