public import HashKeys
internal import SourceText

/// The state of an installation with its keys.
public struct KeptState: Sendable {
    /// Nil before the first change.
    public let state: DeployedState?
    /// The keys that belong to the state; nil before the first change, and where they were not asked for.
    public let ring: KeyRing?
    /// Whether a change that was broken off has left something to forget.
    let hasLeftovers: Bool

    /// Reads the state and its keys.
    ///
    /// - Throws: `StateFailure` if one of them cannot be used, or they do not belong together.
    public init(at paths: StatePaths) throws(StateFailure) {
        let paths = try paths.resolved()
        var triesLeft = Self.mostTries
        while true {
            triesLeft -= 1
            let (state, keys) = try Self.read(paths)
            do throws(StateFailure) {
                let (ring, hasLeftovers) = try Self.match(state, keys, paths)
                self.state = state.map { Self.salted($0, ring) }
                self.ring = ring
                self.hasLeftovers = hasLeftovers
                return
            } catch {
                // Somebody may have written one of them after the other had been read.
                guard case .keysOutOfStep = error, triesLeft > 0 else { throw error }
            }
        }
    }

    /// As often as this no change comes between the reading of two files.
    private static let mostTries = 8

    private static func read(
        _ paths: StatePaths
    ) throws(StateFailure) -> (DeployedState?, KeyFile?) {
        let state = try StateFile.read(paths.statePath)
        do throws(KeyFileFailure) {
            return (state, try KeyFile.read(paths.keysPath))
        } catch {
            throw .keys(error)
        }
    }

    /// Reads the state alone, without the keys that whoever only looks need not have.
    public init(withoutKeysAt paths: StatePaths) throws(StateFailure) {
        state = try StateFile.read(paths.resolved().statePath).map { Self.salted($0, nil) }
        ring = nil
        hasLeftovers = false
    }

    /// The state with no fingerprint of a shared key from which that could be guessed.
    private static func salted(_ state: DeployedState, _ ring: KeyRing?) -> DeployedState {
        guard state.hasPlainFingerprints else { return state }
        return state.withSharedFingerprints { connector in
            connector.fingerprint.flatMap { ring?.salted($0, of: connector.resource.id) }
        }
    }

    private static func match(
        _ state: DeployedState?, _ keys: KeyFile?, _ paths: StatePaths
    ) throws(StateFailure) -> (KeyRing?, Bool) {
        switch (state, keys) {
        case (nil, nil): return (nil, false)
        case (.some, nil):
            throw .keysMissing(path: paths.keysPath, state: paths.statePath)
        case (nil, let keys?):
            // The first change writes the keys before there is a state.
            let isPending = keys.pendingState.map { ByteOrder.equal($0, paths.absoluteStatePath) }
            guard isPending ?? false else {
                throw .stateMissing(path: paths.statePath, keys: paths.keysPath)
            }
            return (nil, true)
        case (let state?, let keys?):
            guard keys.lineage == state.lineage else {
                throw .foreignKeys(path: paths.keysPath, state: paths.statePath)
            }
            guard let ring = keys.ring(serial: state.serial) else {
                throw .keysOutOfStep(
                    path: paths.keysPath, serials: keys.rings.map(\.serial),
                    wanted: state.serial)
            }
            try checkFingerprints(of: state, ring, paths)
            return (ring, keys.rings.count > 1 || keys.pendingState != nil)
        }
    }

    /// Every connector has its key, and it is the one that the state says.
    private static func checkFingerprints(
        of state: DeployedState, _ ring: KeyRing, _ paths: StatePaths
    ) throws(StateFailure) {
        let entries = ring.byConnector
        for connector in state.connectors {
            let entry = entries[ExactText(connector.resource.id)]
            switch (entry?.source, connector.resource.keyVariable) {
            case (.environment(let name), let variable?) where name == variable: continue
            case (.generated(let key, _), nil)
            where key.plainFingerprint == connector.fingerprint: continue
            default:
                throw .keyDiffers(path: paths.keysPath, connector: connector.resource.id)
            }
        }
    }
}
