internal import Documents
public import Files
public import HashKeys
internal import JSONText
internal import SourceText

/// A change of an installation's state: it holds the lock from reading to writing.
public final class DeploymentSession {
    /// The state as it was found.
    public let kept: KeptState
    /// The keys that belong to it; before the first change, only the salt of those to come.
    public let ring: KeyRing
    private let commit: Commit
    private let locks: [FileLock]
    /// What is written beside the state and its keys goes when a signal ends the program.
    private let names: TemporaryPaths

    /// Takes the lock, reads the state with its keys, and forgets what an interrupted change has left.
    ///
    /// - Parameters:
    ///   - owner: who takes the lock, for others who find it held.
    ///   - now: when, for them too.
    /// - Throws: `StateFailure` if the lock is held, or the state or its keys cannot be used.
    public init(
        at paths: StatePaths, owner: String, now: String, steps: FileSteps = .real
    ) throws(StateFailure) {
        let paths = try paths.resolved()
        try paths.checkOwn()
        commit = Commit(paths: paths, steps: steps)
        // The keys may be those of another state, which somebody changes at the same time.
        var locks: [FileLock] = []
        for path in paths.lockPaths { locks.append(try Self.lock(path, owner, now)) }
        self.locks = locks
        names = TemporaryPaths([paths.newStatePath, paths.newKeysPath])
        kept = try KeptState(at: paths)
        ring = kept.ring ?? KeyRing(serial: 0)
        try StateFailure.catching { () throws(FileError) in try commit.forgetLeftovers(kept) }
    }

    /// Whether the state is rewritten even if nothing changes, because an earlier version of the program
    /// wrote it.
    public var isRewritten: Bool { kept.state?.isOfEarlierFormat ?? false }

    /// Carries out a plan that was made for the state as it was found.
    ///
    /// - Parameter prepare: is called with the next state before anything is written, and returns the files
    ///   that are changed with it.
    /// - Throws: `StateFailure` if a shared key is not there, or something cannot be written or
    ///   prepared: then nothing has changed.
    public func apply(
        _ plan: Plan, environment: (String) -> String?,
        preparing prepare: (DeployedState) throws(FileError) -> ChangedFiles = {
            _ throws(FileError) in ChangedFiles()
        }
    ) throws(StateFailure) -> Applied {
        guard !plan.changes.isEmpty || isRewritten else {
            return Applied(state: kept.state, earlierFormat: nil, leftover: nil)
        }
        let next = try Successor(
            of: kept.state, ring, plan, lineage: Self.newLineage(), environment)
        let files = try StateFailure.catching { () throws(FileError) in try prepare(next.state) }
        return try write(next, with: files)
    }

    /// Replaces the key of a connector.
    ///
    /// - Parameter desired: the configuration. It is not applied; it only decides how a state of an
    ///   earlier format is rewritten.
    public func rotateKey(
        of connector: String, keepsOld: Bool, desired: DesiredState,
        environment: (String) -> String?
    ) throws(StateFailure) -> Applied {
        guard let state = kept.state?.upgraded(to: desired) else {
            throw .connectorUnknown(id: connector, nearest: nil)
        }
        return try write(
            try Successor(rotating: connector, keepsOld: keepsOld, of: state, ring, environment),
            with: ChangedFiles())
    }

    /// What has been made of a state.
    public struct Applied: Sendable {
        /// Nil where there is still none.
        public let state: DeployedState?
        /// The version of the format that the state had before, if that was an earlier one.
        public let earlierFormat: Int?
        /// Why the previous keys are still in the key file, if they are; the next change removes them.
        public let leftover: FileError?
    }

    private func write(
        _ next: Successor, with files: ChangedFiles
    ) throws(StateFailure) -> Applied {
        let leftover = try StateFailure.catching { () throws(FileError) in
            try commit.write(next, with: files)
        }
        return Applied(
            state: next.state, earlierFormat: isRewritten ? kept.state?.formatVersion : nil,
            leftover: leftover)
    }

    /// 128 random bits: no two installations have the same.
    private static func newLineage() -> String { String(HashKey.random().hex.prefix(32)) }

    private static func lock(
        _ path: String, _ owner: String, _ now: String
    ) throws(StateFailure) -> FileLock {
        let note = JSONWriter.file {
            $0.text("owner", owner)
            $0.text("since", now)
        }
        let lock = try StateFailure.catching { () throws(FileError) in
            try FileLock(path: path, note: note)
        }
        if let lock { return lock }
        let held = (try? WholeFile.read(path, limitBytes: 1 << 16)) ?? []
        let root = JSONReader.read(SourceText(path: path, bytes: held)).document?.root
        throw .locked(
            path: path, owner: root?["owner"]?.string ?? "somebody",
            since: root?["since"]?.string ?? "")
    }
}

extension StateFailure {
    /// What `body` gives, or its failure as one of a state.
    static func catching<Result>(
        _ body: () throws(FileError) -> Result
    ) throws(StateFailure) -> Result {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
