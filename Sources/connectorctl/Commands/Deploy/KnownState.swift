import ArgumentParser
import Configuration
import Deployment

/// The option of commands that look at the state of an installation where there is one.
struct KnownState: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The state file, for the connectors' numbers and key fingerprints (default: \
            \(StateOptions.defaultState), if it is there).
            """, valueName: "file"))
    var state: String?

    /// Where it is, and where its keys mostly are.
    var paths: StatePaths {
        StatePaths(
            statePath: state ?? StateOptions.defaultState, keysPath: StateOptions.defaultKeys)
    }

    /// The state that is there, for its fingerprints to be shown; says why some of them are not.
    func shownState(of loaded: LoadedConfiguration) throws -> DeployedState? {
        let found = try state(of: loaded)
        let isHidden = found?.connectors.contains { $0.fingerprint == nil } ?? false
        if isHidden {
            try Notice(
                .note,
                "the state in `\(paths.statePath)` has format version 1, whose fingerprints of "
                    + "shared keys are not shown, since keys can be guessed from them",
                hint: "the next `connectorctl apply` rewrites it"
            ).report()
        }
        return found
    }

    /// The state that is there. A state file that nobody named may be that of another installation, and
    /// is not looked at then.
    ///
    /// - Throws: `Failure` if it cannot be used.
    func state(of loaded: LoadedConfiguration) throws(Failure) -> DeployedState? {
        let paths = self.paths
        let found = try Failure.catching { () throws(StateFailure) in
            try KeptState(withoutKeysAt: paths).state
        }
        guard let found else {
            if let state { throw Failure(.couldNotRun, "there is no state in `\(state)`") }
            return nil
        }
        guard found.installation == loaded.installation.id else {
            if state == nil { return nil }
            throw StateFailure.otherInstallation(
                path: paths.statePath, found: found.installation, wanted: loaded.installation.id
            ).failure
        }
        return found
    }
}
