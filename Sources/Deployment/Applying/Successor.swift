internal import HashKeys
internal import SourceText

/// The state and the keys that come after a change.
struct Successor: Sendable {
    let state: DeployedState
    let ring: KeyRing
    /// The keys before the change, for the state before it.
    let oldRing: KeyRing
}

extension Successor {
    /// What comes after `plan` has been carried out on `before`, whose keys are `ring`.
    ///
    /// - Parameter environment: the values of environment variables.
    /// - Throws: `StateFailure.variableUnset` if a shared key is not there.
    init(
        of before: DeployedState?, _ old: KeyRing, _ plan: Plan, lineage: String,
        _ environment: (String) -> String?
    ) throws(StateFailure) {
        let serial = (before?.serial ?? 0) + 1
        oldRing = old
        var ring = KeyRing(serial: serial, salt: oldRing.salt)
        let known = old.byConnector
        var connectors: [DeployedConnector] = []
        var lastNumber = before?.lastNumber ?? 0
        for (number, resource) in Self.numbered(plan.desired.connectors, before, &lastNumber) {
            let entry = Self.entry(resource, known[ExactText(resource.id)])
            ring.entries.append(entry)
            connectors.append(
                DeployedConnector(
                    number: number,
                    fingerprint: try Self.fingerprint(resource, entry, ring, before, environment),
                    resource: resource))
        }
        self.ring = ring
        state = DeployedState(
            lineage: before?.lineage ?? lineage, serial: serial,
            installation: plan.desired.installation, lastNumber: lastNumber,
            connectors: connectors, methods: plan.desired.methods)
    }

    /// The fingerprint of a connector's key. A shared key is looked at only where it is new to the
    /// state: whoever changes something else need not have it.
    private static func fingerprint(
        _ connector: Resource, _ entry: KeyEntry, _ ring: KeyRing, _ before: DeployedState?,
        _ environment: (String) -> String?
    ) throws(StateFailure) -> String {
        if let known = before?.connector(connector.id), let fingerprint = known.fingerprint,
            known.resource[FieldName.key] == connector[FieldName.key]
        {
            return fingerprint
        }
        guard let fingerprint = ring.fingerprint(of: entry, environment) else {
            throw .variableUnset(name: connector.keyVariable ?? "", connector: connector.id)
        }
        return fingerprint
    }

    /// The connectors in the order of their numbers; new ones get the next.
    private static func numbered(
        _ desired: [Resource], _ state: DeployedState?, _ lastNumber: inout Int
    ) -> [(Int, Resource)] {
        var numbered: [(Int, Resource)] = []
        for resource in desired {
            guard let known = state?.connector(resource.id)?.number else {
                lastNumber += 1
                numbered.append((lastNumber, resource))
                continue
            }
            numbered.append((known, resource))
        }
        return numbered.sorted { $0.0 < $1.0 }
    }

    /// The key of a connector: kept where there is one, unless it comes from somewhere else now.
    private static func entry(_ connector: Resource, _ known: KeyEntry?) -> KeyEntry {
        if let variable = connector.keyVariable {
            return KeyEntry(connector: connector.id, source: .environment(variable))
        }
        if let known, case .generated = known.source { return known }
        return KeyEntry(
            connector: connector.id, source: .generated(.random(), previous: nil))
    }
}

extension Successor {
    /// What comes after the key of `connector` has been replaced.
    ///
    /// - Parameter keepsOld: whether the previous key still verifies, until the next rotation.
    /// - Throws: `StateFailure` if there is no such connector, or its shared key is not there.
    init(
        rotating connector: String, keepsOld: Bool, of state: DeployedState, _ old: KeyRing,
        _ environment: (String) -> String?
    ) throws(StateFailure) {
        guard let known = old[connector], state.connector(connector) != nil else {
            let names = state.connectors.map(\.resource.id)
            throw .connectorUnknown(
                id: connector, nearest: Suggestion.nearest(to: connector, among: names))
        }
        let entry = try Self.rotated(known, keepsOld)
        guard let fingerprint = old.fingerprint(of: entry, environment) else {
            throw .variableUnset(
                name: state.connector(connector)?.resource.keyVariable ?? "",
                connector: connector)
        }
        oldRing = old
        var ring = old
        ring.serial = state.serial + 1
        ring.entries = old.entries.map {
            ByteOrder.equal($0.connector, connector) ? entry : $0
        }
        self.ring = ring
        self.state = DeployedState(
            lineage: state.lineage, serial: state.serial + 1, installation: state.installation,
            lastNumber: state.lastNumber,
            connectors: state.connectors.map { deployed in
                ByteOrder.equal(deployed.resource.id, connector)
                    ? deployed.with(fingerprint: fingerprint) : deployed
            },
            methods: state.methods)
    }

    private static func rotated(
        _ entry: KeyEntry, _ keepsOld: Bool
    ) throws(StateFailure) -> KeyEntry {
        switch entry.source {
        case .generated(let key, _):
            return KeyEntry(
                connector: entry.connector,
                source: .generated(.random(), previous: keepsOld ? key : nil))
        case .environment(let variable):
            if keepsOld {
                throw .sharedKeyNotKept(connector: entry.connector, variable: variable)
            }
            return entry
        }
    }
}
