/// A state of format 1 in the spelling of format 2.
struct FormatUpgrade {
    private let desired: DesiredState

    init(to desired: DesiredState) {
        self.desired = desired
    }

    /// Values have the same spelling in both formats.
    func upgraded(_ state: DeployedState) -> DeployedState {
        state.upgraded(connectors: state.connectors, methods: state.methods)
    }
}
