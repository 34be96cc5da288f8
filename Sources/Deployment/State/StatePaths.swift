internal import Files
internal import SourceText

/// Where the state of an installation and its keys are kept.
public struct StatePaths: Sendable {
    public let statePath: String
    public let keysPath: String

    public init(statePath: String, keysPath: String) {
        self.statePath = statePath
        self.keysPath = keysPath
    }

    /// The files that say who is changing the state, and who the keys.
    var lockPaths: [String] { [statePath + ".lock", keysPath + ".lock"] }

    /// Where a state and its keys are written before they get their names.
    var newStatePath: String { statePath + ".new" }
    var newKeysPath: String { keysPath + ".new" }

    /// The state and the keys, each with the files that are written beside it; links are followed.
    public var files: [(path: String, beside: [String])] {
        [statePath, keysPath].map { path in
            let followed = (try? Self.followed(path)) ?? path
            return (path, [followed + ".new", followed + ".lock"])
        }
    }

    /// The paths with links followed, so that a link is not replaced by a file, and other names of the
    /// same files lead to the same locks.
    ///
    /// - Throws: `StateFailure` if two of the files are one.
    func resolved() throws(StateFailure) -> StatePaths {
        let paths = try StateFailure.catching { () throws(FileError) in
            StatePaths(
                statePath: try Self.followed(statePath), keysPath: try Self.followed(keysPath))
        }
        guard !statePath.isEmpty, !keysPath.isEmpty, !paths.collides else {
            throw .pathsCollide(state: statePath, keys: keysPath)
        }
        return paths
    }

    /// Whether a file of the state is one of the keys.
    private var collides: Bool {
        let state = [statePath, newStatePath, lockPaths[0]].map { FileIdentity($0) }
        let keys = [keysPath, newKeysPath, lockPaths[1]].map { FileIdentity($0) }
        return state.contains { file in keys.contains { $0.isSame(as: file) } }
    }

    /// Checks that what is beside the state and the keys, and will be replaced, was left by this program.
    ///
    /// - Throws: `StateFailure` if it is somebody else's.
    func checkOwn() throws(StateFailure) {
        for path in lockPaths { try Self.check(path, Self.lockHead, orIrregular: true) }
        for path in [newStatePath, newKeysPath] { try Self.check(path, Self.fileHead) }
    }

    private static let fileHead = Array("{\"formatVersion\":".utf8)
    private static let lockHead = Array("{\"owner\":".utf8)

    /// Checks that there is nothing at `path`, or a file that begins as those of this program do; it may be
    /// cut off. Links and folders are never locked, nor removed.
    private static func check(
        _ path: String, _ head: [UInt8], orIrregular allowsIrregular: Bool = false
    ) throws(StateFailure) {
        let found = try StateFailure.catching { () throws(FileError) in
            try FileHead(of: path, count: head.count)
        }
        switch found {
        case .missing: return
        case .irregular: if !allowsIrregular { throw .foreign(path: path) }
        case .bytes(let bytes): if !head.starts(with: bytes) { throw .foreign(path: path) }
        }
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
