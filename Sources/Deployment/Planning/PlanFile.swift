internal import Documents
internal import Files
internal import JSONText
internal import SourceText

/// A plan that is kept to be carried out later: exactly that, or nothing.
public enum PlanFile {
    private static let formatVersion = 2

    /// The content of a file that holds `plan`.
    public static func bytes(_ plan: Plan) -> [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", formatVersion)
            json.text("kind", "Plan")
            json.text("actor", plan.actor)
            json.boolean("seesConnectors", plan.seesConnectors)
            json.text("lineage", plan.base?.lineage)
            json.number("serial", plan.base?.serial ?? 0)
            json.text("stateDigest", plan.base?.digest)
            json.text("installation", plan.desired.installation)
            write("connectors", plan.desired.connectors, to: &json)
            write("paymentMethods", plan.desired.methods, to: &json)
            // How a state of an earlier format spells values can be told only where the
            // configuration is.
            if let state = plan.upgraded {
                write("stateConnectors", state.connectors.map(\.resource), to: &json)
                write("statePaymentMethods", state.methods, to: &json)
            }
        }
    }

    private static func write(
        _ key: String, _ resources: [Resource], to json: inout JSONWriter
    ) {
        json.list(key, resources) { resource, json in
            json.lineBreak()
            ResourceJSON.write(resource, to: &json)
        }
    }

    /// The plan in the file at `path`, to be carried out on `state`.
    ///
    /// - Throws: `StateFailure` if the file is not a plan, or was made for another state.
    public static func read(
        _ path: String, for state: DeployedState?
    ) throws(StateFailure) -> Plan {
        guard let source = try StateFile.source(path) else {
            throw .file(FileError(.read, path, .missing))
        }
        guard let root = JSONReader.read(source).document?.root,
            root["kind"]?.hasText("Plan") ?? false
        else { throw .damaged(path: path, line: 1) }
        try checkVersion(root, path)
        let serial = root["serial"]?.number?.integer
        guard let serial, let actor = root["actor"]?.string,
            let seesConnectors = root["seesConnectors"]?.boolean, let desired = resources(root)
        else {
            throw .damaged(path: path, line: 1)
        }
        guard root["lineage"]?.string == state?.lineage || state == nil || serial == 0 else {
            throw .foreignPlan(path: path)
        }
        guard serial == state?.serial ?? 0 else {
            throw .planOutdated(
                path: path, plannedSerial: serial, serial: state?.serial ?? 0)
        }
        guard root["stateDigest"]?.string == state.map({ Plan.Base($0).digest }) else {
            throw .foreignPlan(path: path)
        }
        let plan = Plan(
            desired, from: state, upgraded: state.flatMap { upgraded($0, root) }, by: actor,
            seesConnectors: seesConnectors)
        // Whoever may not see connectors cannot have planned to change one.
        guard seesConnectors || !plan.changes.contains(where: { $0.kind == .connector }) else {
            throw .foreignPlan(path: path)
        }
        return plan
    }

    private static func checkVersion(_ root: Node, _ path: String) throws(StateFailure) {
        guard let version = root["formatVersion"]?.number?.integer else {
            throw .damaged(path: path, line: 1)
        }
        if version > formatVersion { throw .newerVersion(path: path, version: version) }
        // It may have digests that this program would not make.
        if version < formatVersion { throw .earlierPlan(path: path, version: version) }
    }

    /// The state in the current format, as the plan has kept it; nil where it was in that format.
    private static func upgraded(_ state: DeployedState, _ root: Node) -> DeployedState? {
        guard state.isOfEarlierFormat,
            let connectors = list(.connector, root["stateConnectors"]),
            let methods = list(.method, root["statePaymentMethods"])
        else { return nil }
        let known = connectors.byExactText(\.id)
        return state.upgraded(
            connectors: state.connectors.map { connector in
                connector.with(
                    known[ExactText(connector.resource.id)] ?? connector.resource)
            }, methods: methods)
    }

    private static func resources(_ root: Node) -> DesiredResources? {
        guard let installation = root["installation"],
            let connectors = list(.connector, root["connectors"]),
            let methods = list(.method, root["paymentMethods"])
        else { return nil }
        return DesiredResources(
            installation: installation.string, connectors: connectors, methods: methods)
    }

    private static func list(_ kind: Resource.Kind, _ node: Node?) -> [Resource]? {
        guard let node, node.kind == .array else { return nil }
        let resources = node.elements.compactMap { ResourceJSON.resource(kind, $0) }
        return resources.count == node.count ? resources : nil
    }
}
