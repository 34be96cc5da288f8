import Deployment
import HashKeys

extension PlanCommand {
    /// What it would take to turn the configuration of a revision into the one that is there.
    func planAgainstGit(_ revision: String) throws -> Plan {
        guard out == nil, deploy.files.givenState == nil else {
            throw Failure(
                .usage, "--against-git compares two configurations, without --state and --out",
                hint: "leave them out, or leave --against-git out")
        }
        let loaded = try deploy.load(guarding: OutputGuard())
        let old = try GitConfiguration(revision, below: deploy.source.config)
        // Any key will do: the digests of secrets in plain text are only compared.
        let salt = HashKey.random()
        let desired = DesiredState(loaded, salt: salt)
        let plan = Plan(
            comparing: old.loaded.map { DesiredState($0, salt: salt) }, with: desired,
            by: try deploy.source.actor(desired.resellers), isStrict: deploy.strictPlatform)
        try DeployOptions.checkAccess(plan)
        return plan
    }
}
