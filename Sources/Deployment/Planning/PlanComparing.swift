extension Plan {
    /// Compares two configurations, as if all of the old one, and nothing else, were deployed.
    ///
    /// - Parameter old: nil if there was none.
    public init(
        comparing old: DesiredState?, with new: DesiredState, by actor: String, isStrict: Bool
    ) {
        self.init(
            from: old.map { DeployedState(asIf: $0.resources) }, to: new, by: actor,
            isStrict: isStrict)
        // Without a state nothing has a number.
        base = nil
        for index in changes.indices { changes[index].number = nil }
    }
}

extension DeployedState {
    /// The state after a first change to what is desired.
    fileprivate init(asIf desired: DesiredResources) {
        let connectors = desired.connectors.enumerated().map { position, resource in
            DeployedConnector(number: position + 1, fingerprint: nil, resource: resource)
        }
        self.init(
            lineage: "", serial: 0, installation: desired.installation,
            lastNumber: connectors.count, connectors: connectors, methods: desired.methods)
    }
}
