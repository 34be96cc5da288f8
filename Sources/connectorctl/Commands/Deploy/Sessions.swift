import Deployment
import Files
import Payments
import SourceText

extension StateOptions {
    /// A change of the state, with the lock held.
    func session() throws -> DeploymentSession {
        try Failure.catching { () throws(StateFailure) in
            try DeploymentSession(
                at: paths, owner: Terminal.owner, now: Terminal.now.text)
        }
    }

    /// Says what else a change has done, and what it could not clean up.
    func warn(_ applied: DeploymentSession.Applied) throws {
        try upgrade(applied)?.report()
        guard let leftover = applied.leftover else { return }
        try Notice(
            .warning,
            "the change was made, but \(leftover.message); the next change removes the keys that "
                + "are left in `\(keys)`"
        ).report()
    }

    /// Says that a state of an earlier format was written in the present one, and what the old file gives away.
    private func upgrade(_ applied: DeploymentSession.Applied) -> Notice? {
        guard let earlier = applied.earlierFormat, let state = applied.state else { return nil }
        let shared = state.connectors.filter(\.hasSharedKey).map(\.resource.id)
        let guessable =
            shared.isEmpty
            ? "" : " and plain fingerprints of shared keys (\(Listing.quoted(shared)))"
        return Notice(
            .note,
            "the state in `\(self.state)` had format version \(earlier), and was rewritten in "
                + "version \(state.formatVersion)",
            hint:
                "earlier copies, such as those in a repository's history, may show values that are "
                + "hidden now\(guessable): replace what can be read or guessed from them")
    }
}
