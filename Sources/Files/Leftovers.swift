/// Files left by runs that were killed, or whose machine lost power.
public enum Leftovers {
    /// Removes them from a folder: files with names that only this program gives, that belong to the
    /// user who runs it, and that no process is still writing. What cannot be examined or removed stays
    /// for the next run.
    public static func remove(from folder: String) {
        guard let names = try? POSIX.names(in: folder).names else { return }
        var groups: [String: [String]] = [:]
        for name in names {
            guard let characters = TemporaryName.characters(of: name) else { continue }
            groups[characters, default: []].append(PathText.join(folder, name))
        }
        for paths in groups.values { remove(paths) }
    }

    /// Removes files that belong together, unless a process still has one of them open.
    private static func remove(_ paths: [String]) {
        var left: [String] = []
        for path in paths {
            guard let descriptor = try? POSIX.openOwn(path) else { continue }
            defer { POSIX.close(descriptor) }
            guard (try? POSIX.lockIfPossible(descriptor, path)) == .locked else { return }
            left.append(path)
        }
        for path in left { POSIX.remove(path) }
    }
}
