import ArgumentParser
import Deployment
import HashKeys
import Reporting

/// `connectorctl rotate-key`
struct RotateKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key",
        abstract: "Replace the hash key of a connector.",
        usage: "connectorctl rotate-key <id> [<options>]",
        discussion: """
            The new key is generated; for a shared key, {$env: NAME}, the fingerprint is taken \
            again. Keys are never shown.

            Example:
              connectorctl rotate-key acme-cards --keep-old
            """)

    @Argument(help: "The connector's identifier.")
    var id: String

    @OptionGroup var deploy: DeployOptions

    @Flag(help: "Let the previous key still verify, until the next rotation.")
    var keepOld = false

    func run() throws {
        var outputs = OutputGuard()
        outputs.writes(deploy.files.paths)
        try outputs.check()
        let loaded = try deploy.load(guarding: outputs)
        let resellers = Resellers(loaded)
        let actor = try deploy.source.actor(resellers)
        guard resellers.mayManageConnectors(actor) else { throw AccessDenied.failure(actor) }
        let session = try deploy.files.session()
        let desired = DesiredState(loaded, salt: session.ring.salt)
        try deploy.files.checkInstallation(session.kept.state, desired)
        let applied = try Failure.catching { () throws(StateFailure) in
            try session.rotateKey(
                of: id, keepsOld: keepOld, desired: desired, environment: Terminal.variable)
        }
        try deploy.files.warn(applied)
        let fingerprint = applied.state?.connector(id)?.fingerprint ?? ""
        try ByteOutput.write("connector \(id) has a new key with the fingerprint \(fingerprint)\n")
        try deploy.files.warnOfGit()
    }
}
