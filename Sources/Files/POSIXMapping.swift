internal import CLibrary

/// Files as memory: mapped, read ahead, and released.
extension POSIX {
    /// In what order mapped bytes will be read, so that the system can read ahead.
    package enum ReadingOrder {
        case frontToBack, any
    }

    /// Maps the first `count` bytes of an open file, followed by at least a page of zeros, so that a
    /// reader may look a little past the end. The last page, which the file may fill only in part, is
    /// copied: what is appended to the file later does not show.
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
            throw FileError(.read, path, .truncated)
        }
    }

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

    /// Releases the memory that mapped bytes take; they are read again from the file if needed.
    package static func forget(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        let page = UInt(pageBytes)
        // Whole pages within the bytes only: what shares a page with them is still in use.
        let first = (UInt(bitPattern: base) + page - 1) & ~(page - 1)
        let end = UInt(bitPattern: base + bytes.count) & ~(page - 1)
        guard end > first else { return }
        _ = madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_DONTNEED)
    }
}
