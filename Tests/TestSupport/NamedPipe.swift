public import Foundation

/// A pipe with a name, with which a test holds up a program that reads it.
public final class NamedPipe {
    public let path: String

    public struct NotMade: Error {}

    /// Makes the pipe.
    public init(_ path: String) throws {
        self.path = path
        guard mkfifo(path, 0o600) == 0 else { throw NotMade() }
    }

    /// Waits until somebody has opened the pipe to read it, and gives its other end; nil if nobody
    /// does within half a minute. What reads waits until the end is closed.
    public func openWhenRead() -> FileHandle? {
        var descriptor: Int32 = -1
        _ = Patience.waits {
            descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
            return descriptor >= 0
        }
        return descriptor < 0 ? nil : FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
