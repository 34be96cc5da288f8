internal import Files
internal import SourceText

/// Where the state of an installation and its keys are kept.
public struct StatePlace: Sendable {
    public let statePath: String
    public let keysPath: String

    public init(statePath: String, keysPath: String) {
        self.statePath = statePath
        self.keysPath = keysPath
    }

    /// The files that say who is changing the state, and who the keys.
    var lockPaths: [String] { [statePath + ".lock", keysPath + ".lock"] }

    /// Where a state and its keys are written before they take their places.
    var newStatePath: String { statePath + ".new" }
    var newKeysPath: String { keysPath + ".new" }

    /// The place with links followed, so that a link is not replaced by a file, and whoever names the
    /// same files otherwise finds the same locks.
    ///
    /// - Throws: `StateFailure` if two of the files are one.
    func resolved() throws(StateFailure) -> StatePlace {
        let place = try StateFailure.catching { () throws(FileError) in
            StatePlace(
                statePath: try Self.followed(statePath), keysPath: try Self.followed(keysPath))
        }
        let all = place.allPaths.map { ExactText(Folder.absolute($0)) }
        guard Set(all).count == all.count, !statePath.isEmpty, !keysPath.isEmpty else {
            throw .placesCollide(state: statePath, keys: keysPath)
        }
        return place
    }

    private var allPaths: [String] {
        [statePath, keysPath, newStatePath, newKeysPath] + lockPaths
    }

    /// The absolute path of the state, by which keys remember a state that is to be written.
    var absoluteStatePath: String { Folder.absolute(statePath) }

    /// What a link leads to; any other path as it is written.
    private static func followed(_ path: String) throws(FileError) -> String {
        guard try Folder.kind(of: path) != nil else { return path }
        let resolved = try Folder.resolved(path)
        return ByteOrder.equal(resolved, Folder.absolute(path)) ? path : resolved
    }
}
