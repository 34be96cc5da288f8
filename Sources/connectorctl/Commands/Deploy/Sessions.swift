import Deployment
import Files
import Payments

extension StateOptions {
    /// A change of the state, with the lock held.
    func session() throws -> DeploymentSession {
        try Failure.catching { () throws(StateFailure) in
            try DeploymentSession(
                at: place, owner: Terminal.owner, now: Terminal.now.text)
        }
    }

    /// Says what a change could not clean up.
    func warn(_ applied: DeploymentSession.Applied) throws {
        guard let leftover = applied.leftover else { return }
        let output = ByteOutput(.standardError)
        output.write(
            "warning: the change was made, but \(leftover.message); the next change removes the keys "
                + "that are left in `\(keys)`\n")
        try output.finish()
    }
}

extension Failure {
    /// What `body` gives, or its failure as one that the program reports.
    static func catching<Result>(
        _ body: () throws(StateFailure) -> Result
    ) throws(Failure) -> Result {
        do {
            return try body()
        } catch {
            throw Failure(error)
        }
    }
}
