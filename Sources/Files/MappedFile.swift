#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file's bytes, mapped into memory and read by the system as they are touched.
///
/// The length is the one the file had when it was opened: what is appended later is not seen.
public final class MappedFile: @unchecked Sendable {
    // Unchecked, since the mapping is never written and lives as long as the object.
    public let path: String
    public let bytes: UnsafeRawBufferPointer

    /// - Throws: `FileError` if the file cannot be opened or mapped, or is not a regular file.
    public convenience init(path: String) throws(FileError) {
        let descriptor = try POSIX.open(path, O_RDONLY, for: .read)
        defer { POSIX.close(descriptor) }
        let mode = try POSIX.status(descriptor, for: .read, path).st_mode & S_IFMT
        if mode == S_IFDIR { throw FileError(.read, path, .isFolder) }
        guard mode == S_IFREG else { throw FileError(.read, path, .isNoRegularFile) }
        try self.init(descriptor: descriptor, path: path)
    }

    /// Maps an open regular file, which the caller goes on to own.
    package init(descriptor: Int32, path: String) throws(FileError) {
        self.path = path
        let count = Int(try POSIX.status(descriptor, for: .map, path).st_size)
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let base, base != MAP_FAILED else { throw FileError(.map, path, .system(errno)) }
        madvise(base, count, MADV_SEQUENTIAL)
        bytes = UnsafeRawBufferPointer(start: base, count: count)
    }

    deinit {
        if let base = bytes.baseAddress {
            munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
        }
    }
}
