/// Memory for bytes that must not move while slices refer to them; it is given back as a whole.
@usableFromInline
package final class ScratchArena {
    private var chunks: [(base: UnsafeMutablePointer<UInt8>, size: Int)] = []
    // Unchecked, since nothing else runs while it is changed, and every event changes it.
    @exclusivity(unchecked) @usableFromInline var next: UnsafeMutablePointer<UInt8>?
    @exclusivity(unchecked) @usableFromInline var left = 0
    private let chunkBytes: Int
    /// All memory that it has taken.
    package private(set) var allocatedBytes = 0

    package init(chunkBytes: Int = 1 << 18) {
        self.chunkBytes = chunkBytes
    }

    deinit {
        for chunk in chunks { chunk.base.deallocate() }
    }

    /// Room for `count` bytes, followed by the padding of slices.
    @inlinable @inline(__always)
    package func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        guard let start = next, count + ByteSlice.padding <= left else {
            return reserveInNewChunk(count)
        }
        next = start + count
        left -= count
        return start
    }

    @inline(never)
    @usableFromInline
    func reserveInNewChunk(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        let size = max(count + ByteSlice.padding, chunkBytes)
        let memory = Memory.allocateTable(bytes: size, isFirst: chunks.isEmpty)
        let chunk = memory.bindMemory(to: UInt8.self, capacity: size)
        chunks.append((chunk, size))
        allocatedBytes += size
        next = chunk + count
        left = size - count
        return chunk
    }

    /// A copy of `slice`.
    @inlinable @inline(__always)
    package func copy(_ slice: ByteSlice) -> ByteSlice {
        let start = reserve(slice.count)
        start.update(from: slice.base, count: slice.count)
        return ByteSlice(base: start, count: slice.count)
    }

    /// A copy of the UTF-8 bytes of `text`.
    package func copy(_ text: String) -> ByteSlice {
        let bytes = Array(text.utf8)
        let start = reserve(bytes.count)
        for (offset, byte) in bytes.enumerated() { start[offset] = byte }
        return ByteSlice(base: start, count: bytes.count)
    }

    /// Forgets everything; the first chunk is kept for what comes next.
    package func reset() {
        guard let first = chunks.first else { return }
        if chunks.count > 1 {
            for chunk in chunks.dropFirst() { chunk.base.deallocate() }
            chunks.removeSubrange(1...)
            allocatedBytes = first.size
        }
        (next, left) = (first.base, first.size)
    }
}
