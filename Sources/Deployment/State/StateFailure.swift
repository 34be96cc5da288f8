public import Files
public import HashKeys

/// Why the state of an installation cannot be read or changed. Nothing has been changed then.
public enum StateFailure: Error, Sendable, Equatable {
    case file(FileError)
    case keys(KeyFileFailure)
    /// The state file is not what this program writes: damaged, cut off, or something else.
    case damaged(path: String, line: Int)
    /// It was written by a later version of the program.
    case newerVersion(path: String, version: Int)
    /// It is the state of another installation than the configuration's.
    case otherInstallation(path: String, found: String?, wanted: String?)
    /// There is a state, but the file of its keys is not there.
    case keysMissing(path: String, state: String)
    /// There are keys, but the state that they belong to is not there.
    case stateMissing(path: String, keys: String)
    /// The keys belong to another state.
    case foreignKeys(path: String, state: String)
    /// The keys belong to the same state at another time.
    case keysOutOfStep(path: String, serials: [Int], wanted: Int)
    /// A connector has no key, or another one than the state says.
    case keyDiffers(path: String, connector: String)
    /// The state, the keys and what is written beside them would be one file, or a path is empty.
    case pathsCollide(state: String, keys: String)
    /// A file that would be written beside the state and its keys is somebody else's.
    case foreign(path: String)
    /// A value of the configuration is too large to be deployed.
    case tooLarge(resource: String, bytes: Int, limitBytes: Int)
    /// Somebody else is changing the state.
    case locked(path: String, owner: String, since: String)
    /// The environment variable of a shared key is not set or is empty.
    case variableUnset(name: String, connector: String)
    /// The state is not the one that the plan was made for.
    case planOutdated(path: String, plannedSerial: Int, serial: Int)
    /// The plan was made by an earlier version of the program.
    case earlierPlan(path: String, version: Int)
    /// The plan was made for another state, or for this one at another time.
    case foreignPlan(path: String)
    /// The plan cannot be kept, since digests of its secrets need keys that are made when it is applied.
    case planNeedsKeys
    /// The state has no connector with this identifier.
    case connectorUnknown(id: String, nearest: String?)
    /// The previous key of a shared key is not kept here.
    case sharedKeyNotKept(connector: String, variable: String)
}
