/// What tells a file from every other, however its path is spelt: through links, with `.` and `..`, or
/// with other letter case where the file system ignores case; even if the file does not exist yet.
public struct FileIdentity: Sendable {
    private let kind: Kind

    private enum Kind {
        /// The device and the number of what exists, links followed.
        case there(Node)
        /// The names that lead to what does not exist: that of the file, and those of the links before it.
        case missing([Name])
    }

    struct Node: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    /// A name below a folder that exists.
    private struct Name: Sendable {
        let folder: Node?
        /// The name of the file, and before it those of folders that do not exist yet.
        let path: String
        let ignoresCase: Bool

        func isSame(as other: Name) -> Bool {
            guard folder == other.folder else { return false }
            if path.utf8.elementsEqual(other.path.utf8) { return true }
            // Where case is ignored, composed and decomposed letters are the same too.
            return ignoresCase && path.lowercased() == other.path.lowercased()
        }
    }

    /// The identity of what is, or will be, at `path`.
    public init(_ path: String) {
        guard path.utf8.count < Self.mostPathBytes else {
            kind = .missing([])
            return
        }
        if let node = DescriptorPath.number(path).flatMap(POSIX.node(ofRegular:)) {
            kind = .there(node)
            return
        }
        if let node = POSIX.node(path) {
            kind = .there(node)
            return
        }
        var names: [Name] = []
        var path = path
        // A link is followed by hand: where it leads to nothing, the system does not say where.
        for _ in 0..<Self.mostLinks {
            let name = Self.name(path)
            names.append(name.value)
            guard let target = POSIX.target(ofLink: name.path) else { break }
            path = PathText.join(PathText.parent(name.path), target)
        }
        kind = .missing(names)
    }

    /// The identity of an open file, such as standard input; nil unless it is a regular file.
    public init?(openFile descriptor: Int32) {
        guard let node = POSIX.node(ofRegular: descriptor) else { return nil }
        kind = .there(node)
    }

    private static let mostLinks = 40
    /// Longer paths lead nowhere: it is the system's own limit.
    private static let mostPathBytes = 4096

    /// Whether both are one file, or lead to one through links.
    public func isSame(as other: FileIdentity) -> Bool {
        switch (kind, other.kind) {
        case (.there(let node), .there(let other)): node == other
        case (.missing(let names), .missing(let others)):
            names.contains { name in others.contains { $0.isSame(as: name) } }
        case (.there, .missing), (.missing, .there): false
        }
    }

    /// The name of the file at `path`, and the path with its folder resolved.
    private static func name(_ path: String) -> (value: Name, path: String) {
        let whole = PathResolution.resolved(path)
        var folder = PathText.parent(whole)
        var name = PathText.name(whole)
        var node = POSIX.node(folder)
        while node == nil, folder != "/" {
            name = PathText.name(folder) + "/" + name
            folder = PathText.parent(folder)
            node = POSIX.node(folder)
        }
        let ignoresCase = POSIX.ignoresCase(folder)
        return (Name(folder: node, path: name, ignoresCase: ignoresCase), whole)
    }
}

/// Paths whose end need not exist.
enum PathResolution {
    /// The absolute path of the file at `path`: the links of its folder are followed, but not
    /// those of the file.
    static func resolved(_ path: String) -> String {
        var parts = path[...].utf8.split(separator: slash).map { String(Substring($0)) }
        // `..` at the end leads to a folder, whose own name counts.
        guard let last = parts.popLast(), last != ".", last != ".." else { return folder(path) }
        let parent = parts.joined(separator: "/")
        let isAbsolute = path.utf8.first == slash
        return PathText.join(folder(isAbsolute ? "/" + parent : parent), last)
    }

    /// The absolute path of a folder, with links followed in as much of it as exists.
    private static func folder(_ path: String) -> String {
        if let resolved = try? POSIX.resolved(path.isEmpty ? "." : path) { return resolved }
        var parts = path[...].utf8.split(separator: slash).map { String(Substring($0)) }
        guard let last = parts.popLast() else { return "/" }
        let parent = parts.joined(separator: "/")
        let above = folder(path.utf8.first == slash ? "/" + parent : parent)
        switch last {
        case ".": return above
        case "..": return PathText.parent(above)
        default: return PathText.join(above, last)
        }
    }

    private static let slash = UInt8(ascii: "/")
}
