internal import CIntrinsics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Every call into the C library that concerns files; those about folders stand in
/// `POSIXFolders.swift`. Each retries when a signal interrupts it and
/// turns -1 into a `FileError` that says what was attempted on which path.
package enum POSIX {
    package typealias Operation = FileError.Operation

    /// What the system says about the number, or, where something can be done, what that is.
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
            "the file would become larger than this process may write; raise the limit, as with "
                + "`ulimit -f unlimited`"
        default: nil
        }
    }

    package static let standardInput: Int32 = STDIN_FILENO

    package static func openForReading(_ path: String) throws(FileError) -> Int32 {
        try check(.read, path) { sysOpen(path, O_RDONLY | O_CLOEXEC) }
    }

    /// Closes a file that was only read.
    package static func close(_ descriptor: Int32) {
        _ = sysClose(descriptor)
    }

    /// Closes a file that was written; some file systems say only now that they could not.
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
        try check(.read, path) { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }
    }

    /// The kind and the size in bytes of an open file.
    package static func status(
        _ descriptor: Int32, _ path: String
    ) throws(FileError) -> (kind: Folder.Kind, bytes: Int) {
        var status = stat()
        _ = try check(.read, path) { fstat(descriptor, &status) }
        return (kind(status), Int(status.st_size))
    }

    /// The kind of what `path` names, links followed; nil if there is nothing.
    package static func kind(of path: String) throws(FileError) -> Folder.Kind? {
        var status = stat()
        do {
            _ = try check(.read, path) { sysStat(path, &status) }
            return kind(status)
        } catch {
            if error.cause == .system(ENOENT) || error.cause == .system(ENOTDIR) { return nil }
            throw error
        }
    }

    private static func kind(_ status: stat) -> Folder.Kind {
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

    /// The number of bytes read from `offset` on; less than wanted only at the end.
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

    /// Sets space aside for the first `bytes` of a file, whose size stays as it is; not where space is
    /// scarce, and others might need it.
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

    /// Gives an open file the access that a new file has by the user's mask.
    package static func setDefaultAccess(_ descriptor: Int32) {
        fchmod(descriptor, 0o666 & ~creationMask)
    }

    /// Reading the mask means to set it, so it is read once.
    private static let creationMask: mode_t = {
        let mask = umask(0o077)
        umask(mask)
        return mask
    }()

    package static func remove(_ path: String) {
        _ = unlink(path)
    }

    /// Removes the file whose name, with a zero byte at its end, is at `name`; safe in a signal's
    /// handler.
    static func remove(name: UnsafePointer<CChar>) {
        _ = unlink(name)
    }

    /// Makes and opens a new file that only its owner can read.
    static func createNew(
        _ path: String, for operation: Operation, _ reportedPath: String
    ) throws(FileError) -> Int32 {
        try check(operation, reportedPath) {
            sysOpen(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        }
    }

    /// The system's number for a name that is taken.
    static let fileExists = EEXIST

    /// In what order mapped bytes will be read, so that the system can read ahead.
    package enum ReadingOrder {
        case frontToBack, any
    }

    /// Maps the first `count` bytes of an open file, and behind them at least a page of zeros, so that
    /// a reader may look a little past the end. The last page, which may be there only in part, is
    /// copied: whatever is appended to the file later does not show.
    package static func map(
        _ descriptor: Int32, _ count: Int, _ order: ReadingOrder, _ path: String
    ) throws(FileError) -> UnsafeRawPointer {
        let whole = mappedBytes(count)
        let access = PROT_READ | PROT_WRITE
        let reserved = mmap(nil, whole, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let reserved, reserved != MAP_FAILED else {
            throw FileError(.map, path, .system(errno))
        }
        do throws(FileError) {
            try fill(reserved, descriptor, count, path)
        } catch {
            munmap(reserved, whole)
            throw error
        }
        madvise(reserved, count, order == .frontToBack ? MADV_SEQUENTIAL : MADV_NORMAL)
        return UnsafeRawPointer(reserved)
    }

    private static func fill(
        _ base: UnsafeMutableRawPointer, _ descriptor: Int32, _ count: Int, _ path: String
    ) throws(FileError) {
        let tail = count % pageBytes
        let pages = count - tail
        if pages > 0 {
            let mapped = mmap(base, pages, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
            guard let mapped, mapped != MAP_FAILED else {
                throw FileError(.map, path, .system(errno))
            }
        }
        let target = UnsafeMutableRawBufferPointer(start: base + pages, count: tail)
        guard try read(descriptor, at: pages, into: target, path) == tail else {
            throw FileError(.read, path, .becameShorter)
        }
    }

    private static let plentifulBytes: UInt64 = 2 << 30

    private static let pageBytes = Int(sysconf(Int32(_SC_PAGESIZE)))

    package static func unmap(_ bytes: UnsafeRawBufferPointer) {
        _ = munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), mappedBytes(bytes.count))
    }

    /// The whole pages that `count` bytes take, and one more.
    private static func mappedBytes(_ count: Int) -> Int {
        (count + pageBytes - 1) / pageBytes * pageBytes + pageBytes
    }

    /// Reads mapped bytes into memory now, where the system can be asked to.
    package static func populate(_ bytes: UnsafeRawBufferPointer) {
        #if os(Linux)
            guard let base = bytes.baseAddress else { return }
            let page = UInt(pageBytes)
            let first = UInt(bitPattern: base) & ~(page - 1)
            let end = UInt(bitPattern: base + bytes.count)
            let populateForReading: Int32 = 22
            _ = madvise(
                UnsafeMutableRawPointer(bitPattern: first), Int(end - first), populateForReading)
        #endif
    }

    /// Lets go of the memory that mapped bytes take; they are read again from the file if needed.
    package static func forget(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        let page = UInt(pageBytes)
        // Whole pages within the bytes only: what shares a page with them is still in use.
        let first = (UInt(bitPattern: base) + page - 1) & ~(page - 1)
        let end = UInt(bitPattern: base + bytes.count) & ~(page - 1)
        guard end > first else { return }
        _ = madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_DONTNEED)
    }

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
