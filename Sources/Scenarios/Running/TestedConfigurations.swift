internal import Configuration
internal import ConfiguredReplay
internal import Files
internal import Replay
internal import SourceText
public import Stories

/// The configurations that scenarios test, each read once.
struct TestedConfigurations {
    private var known: [String: Tested] = [:]
    /// Those that can be used, in the order in which they were asked for.
    private(set) var worlds: [TestedWorld] = []

    /// A configuration as far as scenarios can use it.
    enum Tested: Sendable {
        case world(TestedWorld)
        /// Why it cannot be used.
        case unusable(String)
    }

    /// The configuration in the folder at `path`.
    mutating func configuration(at path: String) -> Tested {
        let key = (try? Folder.resolved(path)) ?? path
        if let tested = known[key] { return tested }
        let tested = Self.load(path, named: Self.name(ofFolder: key))
        known[key] = tested
        if case .world(let world) = tested { worlds.append(world) }
        return tested
    }

    /// What the folder with the resolved path `folder` is called, for every caller.
    private static func name(ofFolder folder: String) -> String {
        guard let here = try? Folder.resolved("."), !ByteOrder.equal(folder, here),
            PathScope.contains(folder, in: here)
        else { return folder }
        return PathScope.relative(folder, from: here)
    }

    private static func load(_ path: String, named name: String) -> Tested {
        do throws(FileError) {
            let loaded = try Configuration.load(paths: [path]).withoutScenarios
            let errors = loaded.diagnostics.filter { $0.severity == .error }
            guard let first = errors.first else {
                return .world(
                    TestedWorld(path: path, name: name, world: World(ReplaySetup(loaded))))
            }
            let others = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
            return .unusable("\(first.message)\(others)")
        } catch {
            return .unusable(error.message)
        }
    }
}

/// A configuration under test.
public struct TestedWorld: Sendable {
    /// Its folder, as the first scenario that tests it leads there.
    public let path: String
    /// Its folder for people: from the current one if it lies below that, else the whole path.
    public let name: String
    public let world: World
}
