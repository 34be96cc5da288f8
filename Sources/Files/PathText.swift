/// Paths as text: joined and split at `/`, never looked up.
public enum PathText {
    /// `name` below `folder`; `.` and the empty folder add nothing, so that paths stay as a person
    /// would write them.
    public static func join(_ folder: String, _ name: String) -> String {
        if name.utf8.first == slash || folder.isEmpty || folder == "." { return name }
        return folder.utf8.last == slash ? folder + name : folder + "/" + name
    }

    /// The folder that holds what `path` names: `.` if the path has no slash.
    public static func parent(_ path: String) -> String {
        guard let slashIndex = path.utf8.lastIndex(of: slash) else { return "." }
        return slashIndex == path.startIndex ? "/" : String(path[..<slashIndex])
    }

    /// The last component.
    public static func name(_ path: String) -> String {
        guard let slashIndex = path.utf8.lastIndex(of: slash) else { return path }
        return String(path[path.utf8.index(after: slashIndex)...])
    }

    /// Whether the name ends with `.` and one of `extensions`.
    public static func hasExtension(_ path: String, _ extensions: String...) -> Bool {
        let name = name(path)
        return extensions.contains { ending in
            name.hasSuffix("." + ending) && name.utf8.count > ending.utf8.count + 1
        }
    }

    /// The folder from which relative paths in the file at `path` lead: its own; of what comes through a
    /// pipe or standard input, the current one.
    public static func home(of path: String) -> String {
        DescriptorPath.number(path) == nil ? parent(path) : "."
    }

    /// A name that is not UTF-8, with every byte that is not plain ASCII as `\xHH`.
    public static func escaped(_ name: some Sequence<UInt8>) -> String {
        name.map { byte in
            if (0x20..<0x7F).contains(byte) { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "\\x" + (byte < 0x10 ? "0" : "") + digits
        }.joined()
    }

    private static let slash = UInt8(ascii: "/")
}
