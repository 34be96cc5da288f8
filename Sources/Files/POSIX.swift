internal import CIntrinsics
internal import CLibrary

/// The calls into the C library about files. Each is repeated when a signal interrupts it, and turns -1
/// into a `FileError` that says what was attempted on which path.
package enum POSIX {
    package typealias Operation = FileError.Operation

    /// The system's text for an error, or what can be done about it.
    package static func message(_ number: Int32) -> String {
        if let text = remedy(number) { return text }
        guard let text = strerror(number) else { return "error \(number)" }
        return String(cString: text)
    }

    private static func remedy(_ number: Int32) -> String? {
        switch number {
        case ENOSPC:
            "no space left on the disk; free some, or set TMPDIR to a folder on a larger disk for "
                + "temporary files"
        case EDQUOT:
            "the disk quota is used up; free some space, or set TMPDIR to a folder on another disk "
                + "for temporary files"
        case EFBIG:
            "the file would become larger than this process may make it; raise the limit, as with "
                + "`ulimit -f unlimited`"
        case EMFILE:
            "this process may not open more files; raise the limit, as with `ulimit -n 4096`"
        default: nil
        }
    }

    package static let standardInput: Int32 = STDIN_FILENO

    package static func openForReading(_ path: String) throws(FileError) -> Int32 {
        try checkOpened(.read, path) { sysOpen(path, O_RDONLY | O_CLOEXEC) }
    }

    /// Closes a file that was only read.
    package static func close(_ descriptor: Int32) {
        _ = sysClose(descriptor)
    }

    /// Closes a file that was written; some file systems report only now that they could not write it.
    package static func closeWritten(_ descriptor: Int32, _ path: String) throws(FileError) {
        // Not repeated when interrupted: the file is closed all the same.
        guard sysClose(descriptor) == 0 || errno == EINTR else {
            throw FileError(.write, path, .system(errno))
        }
    }

    /// A second descriptor of the same open file.
    package static func duplicate(
        _ descriptor: Int32, _ path: String
    ) throws(FileError) -> Int32 {
        try checkOpened(.read, path) { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }
    }

    /// The kind, the permission bits and the size in bytes of an open file.
    package static func status(
        _ descriptor: Int32, _ path: String
    ) throws(FileError) -> (kind: Folder.Kind, permissions: Int, bytes: Int) {
        var status = stat()
        _ = try check(.read, path) { fstat(descriptor, &status) }
        return (kind(status), permissions(status), Int(status.st_size))
    }

    /// The kind of what `path` names, links followed; nil if nothing has that name.
    package static func kind(of path: String) throws(FileError) -> Folder.Kind? {
        try ifThere { () throws(FileError) in
            var status = stat()
            _ = try check(.read, path) {
                DescriptorPath.number(path).map { fstat($0, &status) } ?? sysStat(path, &status)
            }
            return kind(status)
        }
    }

    /// The same of the path in `bytes`, with a zero byte at its end; messages call it `shown`.
    static func kind(
        ofBytes bytes: [UInt8], as shown: String
    ) throws(FileError) -> Folder.Kind? {
        try ifThere { () throws(FileError) in
            var status = stat()
            _ = try check(.read, shown) {
                bytes.withUnsafeBufferPointer { buffer in
                    buffer.withMemoryRebound(to: CChar.self) { sysStat($0.baseAddress, &status) }
                }
            }
            return kind(status)
        }
    }

    /// The result of `body`; nil if it fails because a name does not exist.
    static func ifThere<Result>(
        _ body: () throws(FileError) -> Result
    ) throws(FileError) -> Result? {
        do {
            return try body()
        } catch {
            if error.cause == .system(ENOENT) || error.cause == .system(ENOTDIR) { return nil }
            throw error
        }
    }

    /// The permission bits of what `path` names.
    package static func permissions(of path: String) throws(FileError) -> Int {
        var status = stat()
        _ = try check(.read, path) { sysStat(path, &status) }
        return permissions(status)
    }

    static func permissions(_ status: stat) -> Int { Int(status.st_mode & 0o7777) }

    static func kind(_ status: stat) -> Folder.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// The number of bytes read; 0 at the end.
    package static func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, _ path: String
    ) throws(FileError) -> Int {
        try check(.read, path) { sysRead(descriptor, buffer.baseAddress, buffer.count) }
    }

    /// The number of bytes read from `offset` on; fewer than asked for only at the end.
    package static func read(
        _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer,
        _ path: String
    ) throws(FileError) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = try check(.read, path) {
                pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// The first `count` bytes; fewer only if the file has no more.
    static func head(
        _ descriptor: Int32, count: Int, _ path: String
    ) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let found = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
            try read(descriptor, at: 0, into: UnsafeMutableRawBufferPointer(buffer), path)
        }
        return Array(bytes.prefix(found))
    }

    package static func writeAll(
        _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, _ path: String
    ) throws(FileError) {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
            done += try check(.write, path) { sysWrite(descriptor, rest.baseAddress, rest.count) }
        }
    }

    /// Writes all of `buffer` at `offset` of the file.
    package static func writeAll(
        _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, at offset: Int, _ path: String
    ) throws(FileError) {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
            done += try check(.write, path) {
                pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            }
        }
    }

    private static let plentifulBytes: UInt64 = 2 << 30

    /// Reserves space for the first `bytes` of a file, whose size stays as it is; not where space is
    /// scarce and others might need it.
    package static func reserve(_ descriptor: Int32, _ bytes: Int) {
        var volume = statvfs()
        guard fstatvfs(descriptor, &volume) == 0,
            UInt64(volume.f_bavail) * UInt64(volume.f_frsize) > plentifulBytes
        else { return }
        _ = intrinsics_reserve(descriptor, off_t(bytes))
    }

    package static func truncate(
        _ descriptor: Int32, to bytes: Int, _ path: String
    ) throws(FileError) {
        _ = try check(.write, path) { ftruncate(descriptor, off_t(bytes)) }
    }

    package static func seekToStart(
        _ descriptor: Int32, _ path: String
    ) throws(FileError) -> Int {
        try check(.write, path) { Int(lseek(descriptor, 0, SEEK_SET)) }
    }

    package static func rename(_ old: String, to new: String) throws(FileError) {
        _ = try check(.rename, new) { sysRename(old, new) }
    }

    /// Gives an open file the permissions that a new file gets by the user's mask.
    package static func setDefaultAccess(_ descriptor: Int32) {
        fchmod(descriptor, 0o666 & ~creationMask)
    }

    /// Reading the mask means setting it, so it is read once.
    private static let creationMask: mode_t = {
        let mask = umask(0o077)
        umask(mask)
        return mask
    }()

    package static func remove(_ path: String) {
        _ = unlink(path)
    }

    /// Makes and opens a new file that only its owner can read.
    static func createNew(
        _ path: String, for operation: Operation, _ reportedPath: String
    ) throws(FileError) -> Int32 {
        try checkOpened(operation, reportedPath) {
            sysOpen(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        }
    }

    /// The system's number for a name that is taken.
    static let fileExists = EEXIST

    /// The system's number for links that lead to one another.
    package static let linkLoop = ELOOP

    /// The system's numbers for what does not exist.
    package static let (notThere, notAFolder) = (ENOENT, ENOTDIR)

    /// The system's number for what this user may not do.
    package static let accessDenied = EACCES

    static func check<Number: SignedInteger>(
        _ operation: Operation, _ path: String, _ call: () -> Number
    ) throws(FileError) -> Number {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw FileError(operation, path, .system(errno)) }
        }
    }
}

// The names of these functions are taken inside `POSIX`.
private func sysOpen(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    open(path, flags, mode)
}
private func sysClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func sysRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, base, count)
}
private func sysWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, base, count)
}
private func sysRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
private func sysStat(_ path: String, _ status: inout stat) -> Int32 { stat(path, &status) }
private func sysStat(_ path: UnsafePointer<CChar>?, _ status: inout stat) -> Int32 {
    path.map { stat($0, &status) } ?? -1
}
