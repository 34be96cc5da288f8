internal import CLibrary

/// The names in a folder, without `.` and `..`.
public struct FolderNames: Sendable {
    public internal(set) var names: [String] = []
    /// The bytes of those that are not UTF-8, which no path of this program can have.
    public internal(set) var undecodable: [[UInt8]] = []

    mutating func insert(_ name: UnsafePointer<CChar>) {
        let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return undecodable.append(Array(bytes))
        }
        if text != "." && text != ".." { names.append(text) }
    }
}

extension Folder {
    /// The names in the folder, in the order of their bytes.
    public static func names(in path: String) throws(FileError) -> FolderNames {
        var found = try POSIX.names(in: path)
        found.names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        found.undecodable.sort { $0.lexicographicallyPrecedes($1) }
        return found
    }

    /// The kind of what the folder has under a name that is not UTF-8, links followed; nil if it leads
    /// nowhere.
    public static func kind(
        ofUndecodable name: [UInt8], in folder: String
    ) throws(FileError) -> Kind? {
        let path = Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]
        return try POSIX.kind(ofBytes: path, as: PathText.join(folder, PathText.escaped(name)))
    }
}
