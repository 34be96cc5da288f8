internal import Events
public import Files

/// One input of a replay, opened (`spec/formats.md`). Nothing of it is held in memory: files are
/// mapped, and what can be read only once is first copied to a temporary file.
public struct EventInput: Sendable {
    /// As given on the command line; `-` is standard input.
    public let path: String
    public let format: Format
    let file: MappedFile

    public enum Format: Sendable {
        /// NDJSON: one event a line.
        case lines
        /// One JSON array of events.
        case array

        /// The format that the path's name says: `.ndjson`, `.jsonl`, `-` and other names of open files
        /// are lines, `.json` is an array, anything else is nil.
        public init?(path: String) {
            if path == "-" || DescriptorPath.number(path) != nil
                || PathText.hasExtension(path, "ndjson", "jsonl")
            {
                self = .lines
            } else if PathText.hasExtension(path, "json") {
                self = .array
            } else {
                return nil
            }
        }
    }

    /// Opens the input; `temporaryFolder` is where what cannot be mapped is copied to.
    public init(path: String, format: Format, temporaryFolder: String) throws(FileError) {
        self.path = path
        self.format = format
        let isStream = path == "-" ? true : try Folder.kind(of: path) == .other
        file =
            isStream ? try Self.spool(path, temporaryFolder) : try MappedFile(path: path)
    }

    private static func spool(
        _ path: String, _ temporaryFolder: String
    ) throws(FileError) -> MappedFile {
        let spool = try Spool(in: temporaryFolder)
        try spool.fill(from: InputFile(named: path))
        return try spool.map(as: path)
    }
}

extension EventInput {
    /// The whole content.
    var text: ByteSlice {
        guard let base = file.bytes.baseAddress else { return .empty }
        return ByteSlice(
            base: base.assumingMemoryBound(to: UInt8.self), count: file.bytes.count)
    }
}
