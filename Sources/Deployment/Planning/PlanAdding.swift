extension Plan {
    /// Adds one connector of `desired` to a state, and leaves everything else as it is, whatever else
    /// the configuration says.
    public init(
        adding connector: Resource, of desired: DesiredState, to state: DeployedState?,
        by actor: String
    ) {
        let state = state?.upgraded(to: desired)
        let connectors = state?.connectors.map(\.resource) ?? []
        let next = DesiredResources(
            installation: desired.resources.installation, connectors: connectors + [connector],
            methods: state?.methods ?? [])
        self.init(
            next, from: state, upgraded: nil, by: actor,
            seesConnectors: desired.resellers.mayManageConnectors(actor))
    }
}
