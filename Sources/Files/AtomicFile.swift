#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that appears under its name only when it is complete: written beside it under a temporary
/// name, then renamed. A reader sees the old one or the new one, never a part.
public final class AtomicFile {
    public let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isPublished = false
    private static let capacity = 1 << 20

    public init(path: String) throws(FileError) {
        self.path = path
        let name = ".\(PathText.name(path)).XXXXXX"
        let pattern = PathText.join(PathText.parent(path), name)
        (descriptor, temporaryPath) = try POSIX.makeTemporary(pattern, for: .create, path)
        fchmod(descriptor, 0o644)
        buffer.reserveCapacity(Self.capacity + 4096)
    }

    deinit {
        POSIX.close(descriptor)
        if !isPublished { unlink(temporaryPath) }
    }

    /// Lets `body` append to the buffer, which is written out whenever it is full.
    public func append(_ body: (inout [UInt8]) -> Void) throws(FileError) {
        body(&buffer)
        if buffer.count >= Self.capacity { try flush() }
    }

    /// Brings everything to the disk under the temporary name: what can fail has then been done.
    public func complete() throws(FileError) {
        try flush()
        try POSIX.sync(descriptor, path)
    }

    /// Gives the completed file its name.
    public func publish() throws(FileError) {
        precondition(buffer.isEmpty, "completed before it is published")
        try POSIX.rename(temporaryPath, to: path)
        isPublished = true
    }

    private func flush() throws(FileError) {
        try buffer.withUnsafeBufferPointer { bytes throws(FileError) in
            try POSIX.writeAll(descriptor, UnsafeRawBufferPointer(bytes), path)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
