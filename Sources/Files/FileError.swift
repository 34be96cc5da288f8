/// Something that the operating system would not do.
public struct FileError: Error, Sendable, Equatable {
    public let operation: Operation
    /// The path as the user would write it.
    public let path: String
    public let cause: Cause
    /// The path of a file that could not be restored (or removed, if there was none before) after a
    /// change of several files failed.
    public var unrestored: String?

    public enum Operation: String, Sendable {
        case read, write, list, map, create, rename, remove
    }

    public enum Cause: Sendable, Equatable {
        /// The system's error number.
        case system(Int32)
        case isFolder
        case isNotRegular
        /// Reading it might never end.
        case isDevice
        /// No program has opened the pipe to write to it.
        case hasNoWriter(seconds: Int)
        case largerThan(limitBytes: Int)
        /// One of its lines is.
        case hasLineLargerThan(limitBytes: Int)
        case truncated
        /// A line is longer than the limit of memory allows.
        case lineLongerThan(limitBytes: Int)
        case missing
        /// This program did not write it.
        case isForeign
    }

    public init(_ operation: Operation, _ path: String, _ cause: Cause) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// One sentence for people.
    public var message: String {
        "cannot \(operation.rawValue) `\(path)`: \(reason)"
            + (unrestored.map { "; and `\($0)` could not be restored" } ?? "")
    }

    private var reason: String {
        switch cause {
        case .system(let number): POSIX.message(number)
        case .isFolder: "it is a folder, not a file"
        case .isNotRegular: "it is not a regular file"
        case .isDevice: "it is a device, which may never end"
        case .hasNoWriter(let seconds):
            "it is a pipe, and no program opened it to write within \(seconds) seconds"
        case .hasLineLargerThan(let limitBytes):
            "it has a line larger than the limit of \(limitBytes) bytes"
        case .largerThan(let limitBytes): "it is larger than the limit of \(limitBytes) bytes"
        case .missing: "it does not exist"
        case .isForeign: "this program did not write it"
        case .lineLongerThan(let limitBytes):
            "it has a line of more than \(limitBytes >> 10) KiB, too long for the limit of memory; "
                + "raise the limit, or shorten the line"
        case .truncated: "it was truncated while it was being read"
        }
    }
}
