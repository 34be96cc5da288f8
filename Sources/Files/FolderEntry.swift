extension Folder {
    /// What a name in a folder is of, links not followed.
    public enum Entry: Sendable, Equatable {
        case link
        case own(Kind)

        /// The kind of what is not a link.
        public var kind: Kind? {
            guard case .own(let kind) = self else { return nil }
            return kind
        }
    }

    /// What has the name `path`; nil if nothing has.
    ///
    /// - Throws: `FileError` if the system refuses to say.
    public static func entry(_ path: String) throws(FileError) -> Entry? {
        try POSIX.folderEntry(path)
    }
}
