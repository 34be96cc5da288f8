public import HashKeys

/// Where the state of an installation and its keys are kept.
public struct StatePlace: Sendable {
    public let statePath: String
    public let keysPath: String

    public init(statePath: String, keysPath: String) {
        self.statePath = statePath
        self.keysPath = keysPath
    }

    /// The file that says who is changing the state.
    var lockPath: String { statePath + ".lock" }

    /// Where a state and its keys are written before they take their places.
    var newStatePath: String { statePath + ".new" }
    var newKeysPath: String { keysPath + ".new" }
}

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
    public init(at place: StatePlace) throws(StateFailure) {
        let state = try StateFile.read(place.statePath)
        let keys: KeyFile?
        do throws(KeyFileFailure) {
            keys = try KeyFile.read(place.keysPath)
        } catch {
            throw .keys(error)
        }
        (ring, hasLeftovers) = try Self.match(state, keys, place)
        self.state = state
    }

    /// Reads the state alone, without the keys that whoever only looks need not have.
    public init(withoutKeysAt place: StatePlace) throws(StateFailure) {
        state = try StateFile.read(place.statePath)
        ring = nil
        hasLeftovers = false
    }

    private static func match(
        _ state: DeployedState?, _ keys: KeyFile?, _ place: StatePlace
    ) throws(StateFailure) -> (KeyRing?, Bool) {
        switch (state, keys) {
        case (nil, nil): return (nil, false)
        case (.some, nil):
            throw .keysMissing(path: place.keysPath, state: place.statePath)
        case (nil, let keys?):
            // The first change writes keys for a state with the serial 0, which is none.
            guard keys.ring(serial: 0) != nil else {
                throw .stateMissing(path: place.statePath, keys: place.keysPath)
            }
            return (nil, true)
        case (let state?, let keys?):
            guard keys.lineage == state.lineage else {
                throw .foreignKeys(path: place.keysPath, state: place.statePath)
            }
            guard let ring = keys.ring(serial: state.serial) else {
                throw .keysOutOfStep(
                    path: place.keysPath, serials: keys.rings.map(\.serial),
                    wanted: state.serial)
            }
            return (ring, keys.rings.count > 1)
        }
    }
}
