import Configuration
import Deployment
import HashKeys
import Reporting
import SourceText

extension DeployOptions {
    /// What it would take to make the state equal to the configuration.
    ///
    /// - Parameter salt: keys the digests of secrets in plain text.
    /// - Throws: `Failure` if the state is of another installation, or the actor may not.
    func plan(
        _ loaded: LoadedConfiguration, _ state: DeployedState?, salt: HashKey?
    ) throws -> (plan: Plan, desired: DesiredState) {
        let desired = DesiredState(loaded, salt: salt)
        try Failure.catching { () throws(StateFailure) in try desired.checkSizes() }
        try files.checkInstallation(state, desired)
        let actor = try source.actor(desired.resellers)
        let plan = Plan(
            from: state, to: desired, by: actor, isStrict: strictPlatform)
        try Self.checkAccess(plan)
        return (plan, desired)
    }

    /// - Throws: `Failure` if the actor of `plan` may not do all of it.
    static func checkAccess(_ plan: Plan) throws(Failure) {
        guard let first = plan.denials.first else { return }
        let others = plan.denials.count - 1
        let more = others > 0 ? " (and \(others) more such changes)" : ""
        throw Failure(
            .couldNotRun, first.text(plan.actor) + more, code: .accessDenied,
            hint: "give --as a reseller who may, or plan only what is yours")
    }
}

extension StateOptions {
    /// - Throws: `Failure` if the state is of another installation than what is desired.
    func checkInstallation(
        _ state: DeployedState?, _ desired: DesiredState
    ) throws(Failure) {
        let wanted = desired.resources.installation
        // A state without an installation's id takes the one that its configuration gets.
        guard let state, state.installation != nil, state.installation != wanted else { return }
        throw StateFailure.otherInstallation(
            path: self.state, found: state.installation, wanted: wanted
        ).failure
    }
}

extension KeptState {
    /// The state, with its keys only if digests of secrets in plain text have to be compared.
    init(_ files: StateOptions, for loaded: LoadedConfiguration) throws {
        self = try Failure.catching { () throws(StateFailure) in
            let state = try KeptState(withoutKeysAt: files.paths)
            let needsKeys = state.state != nil && !loaded.hidden.isEmpty
            return needsKeys ? try KeptState(at: files.paths) : state
        }
    }
}
