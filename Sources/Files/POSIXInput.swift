internal import CLibrary

/// The calls about what may be a pipe, a terminal or a device.
extension POSIX {
    /// What an open file is, to a reader from start to end.
    enum InputKind: Equatable {
        case file(bytes: Int)
        case folder
        /// A pipe or a socket.
        case pipe
        case terminal
        case device
    }

    /// Opens what `path` names, without waiting for a pipe's writer.
    static func openInput(_ path: String) throws(FileError) -> Int32 {
        if let number = DescriptorPath.number(path) { return try duplicate(number, path) }
        guard let descriptor = try openAtOnce(path) else {
            throw FileError(.read, path, .system(ENOENT))
        }
        return descriptor
    }

    static func inputKind(_ descriptor: Int32, _ path: String) throws(FileError) -> InputKind {
        var status = stat()
        _ = try check(.read, path) { fstat(descriptor, &status) }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file(bytes: Int(status.st_size))
        case S_IFDIR: .folder
        case S_IFIFO, S_IFSOCK: .pipe
        default: isatty(descriptor) == 1 ? .terminal : .device
        }
    }

    /// Whether there is something to read, or the last writer has gone; waits for it.
    static func isReady(
        _ descriptor: Int32, withinMilliseconds milliseconds: Int, _ path: String
    ) throws(FileError) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return try check(.read, path) { poll(&request, 1, Int32(milliseconds)) } > 0
    }

    /// Reads what is there; nil if there is nothing yet.
    static func readAtOnce(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, _ path: String
    ) throws(FileError) -> Int? {
        do {
            return try read(descriptor, into: buffer, path)
        } catch {
            if error.cause == .system(EAGAIN) { return nil }
            throw error
        }
    }

    /// Makes reads wait for data.
    static func setBlocking(_ descriptor: Int32, _ path: String) throws(FileError) {
        let flags = try check(.read, path) { fcntl(descriptor, F_GETFL) }
        _ = try check(.read, path) { fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
    }
}
