import Configuration
import Deployment
import Files
import HashKeys
import SourceText
import TestSupport
import Testing

/// An installation of a test's own: a configuration, a state and its keys.
struct Installed {
    let folder: TemporaryFolder

    /// Resellers five deep, two connectors, three payment methods.
    static let configuration = """
        apiVersion: connectorctl/v1
        kind: Installation
        id: test
        resellers:
          - {id: root, name: Root}
          - {id: north, name: North, parent: root}
          - {id: baltic, name: Baltic, parent: north}
          - {id: estonia, name: Estonia, parent: baltic}
          - {id: tallinn, name: Tallinn, parent: estonia}
          - {id: south, name: South, parent: root}
        ---
        apiVersion: connectorctl/v1
        kind: Connector
        id: acme
        name: Acme
        url: https://acme.example
        processingPeriodMinutes: 15
        jsonSchema: {type: object, properties: {shop: {type: string}, secret: {type: string, writeOnly: true}}}
        ---
        apiVersion: connectorctl/v1
        kind: Connector
        id: till
        name: Till
        url: https://till.example
        jsonSchema: {type: object, properties: {terminal: {type: string}}}
        staticJson: {terminal: T-1}
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card
        name: Card
        connector: acme
        settings: {shop: "1", secret: {$env: TEST_ACME_SECRET}}
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: card-ee
        name: Card in Estonia
        connector: acme
        reseller: estonia
        settings: {shop: "22", secret: {$env: TEST_ACME_SECRET}}
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: cash
        name: Cash
        connector: till
        reseller: south
        settings: {}

        """

    init(_ configuration: String = Installed.configuration) throws {
        folder = try TemporaryFolder()
        try describe(configuration)
    }

    /// Writes another configuration instead of the one that is there.
    func describe(_ configuration: String) throws {
        try folder.write("config/shop.yaml", configuration)
    }

    /// Changes the configuration's text.
    func describe(replacing old: String, with new: String) throws {
        let text = String(decoding: try #require(folder.read("config/shop.yaml")), as: UTF8.self)
        #expect(text.contains(old), "the configuration has what is to be replaced")
        try describe(text.replacing(old, with: new))
    }

    var paths: StatePaths {
        StatePaths(
            statePath: folder.path("state.json"), keysPath: folder.path("keys.json"))
    }

    func desired(salt: HashKey? = nil) throws -> DesiredState {
        let loaded = try Configuration.load(paths: [folder.path("config")])
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        try #require(errors.isEmpty, "\(errors)")
        return DesiredState(loaded, salt: salt)
    }

    func session(
        _ steps: FileSteps = .real, now: String = "now"
    ) throws(StateFailure) -> DeploymentSession {
        try DeploymentSession(at: paths, owner: "a test", now: now, steps: steps)
    }

    func plan(
        by actor: String = "root", isStrict: Bool = false
    ) throws -> Plan {
        let kept = try KeptState(at: paths)
        let desired = try desired(salt: kept.ring?.salt)
        return Plan(from: kept.state, to: desired, by: actor, isStrict: isStrict)
    }

    @discardableResult
    func apply(_ steps: FileSteps = .real) throws -> DeployedState? {
        let session = try session(steps)
        let plan = Plan(
            from: session.kept.state, to: try desired(salt: session.ring.salt), by: "root",
            isStrict: false)
        return try session.apply(plan, environment: { _ in nil }).state
    }

    /// The arguments of the commands that name the files.
    var arguments: [String] {
        [
            "--config", folder.path("config"), "--state", folder.path("state.json"), "--keys",
            folder.path("keys.json"),
        ]
    }

    /// The bytes of the state and of the keys.
    var files: [[UInt8]?] { [folder.read("state.json"), folder.read("keys.json")] }
}
