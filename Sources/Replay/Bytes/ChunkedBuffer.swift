internal import Events

/// A growing list whose elements never move: it takes memory in pieces of one large page, so that
/// growing copies nothing and never needs twice the memory.
struct ChunkedBuffer<Element>: ~Copyable {
    private(set) var count = 0
    private var chunks: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
    private var chunkCount = 0
    private var chunkCapacity = 16

    /// The elements of a chunk: a power of two that fits in a large page.
    private static var shift: Int {
        @inline(__always) get {
            let most = Memory.largePage / max(1, MemoryLayout<Element>.stride)
            return Int.bitWidth - 1 - most.leadingZeroBitCount
        }
    }

    init() {
        chunks = .allocate(capacity: chunkCapacity)
    }

    deinit {
        for chunk in 0..<chunkCount {
            let used = min(count - chunk << Self.shift, 1 << Self.shift)
            chunks[chunk].deinitialize(count: used)
            chunks[chunk].deallocate()
        }
        chunks.deallocate()
    }

    /// The memory that it has taken.
    var allocatedBytes: Int { chunkCount * Memory.largePage }

    /// The address of the element at `position`, which it keeps as long as the list lives.
    @inline(__always)
    func pointer(at position: Int) -> UnsafeMutablePointer<Element> {
        assert(position < count)
        return chunks[position >> Self.shift] + (position & (1 << Self.shift - 1))
    }

    /// Asks for the element at `position`, of at most two cache lines, which will be needed soon.
    @inline(__always)
    func prefetch(_ position: Int) {
        let element = UnsafeRawPointer(pointer(at: position))
        Memory.prefetch(element)
        if MemoryLayout<Element>.stride > 64 { Memory.prefetch(element + 64) }
    }

    @inline(__always)
    subscript(position: Int) -> Element {
        _read { yield pointer(at: position).pointee }
        _modify { yield &pointer(at: position).pointee }
    }

    @inline(__always)
    mutating func append(_ element: consuming Element) {
        if count == chunkCount << Self.shift { grow() }
        count += 1
        pointer(at: count - 1).initialize(to: element)
    }

    @inline(never)
    private mutating func grow() {
        if chunkCount == chunkCapacity {
            let more = UnsafeMutablePointer<UnsafeMutablePointer<Element>>
                .allocate(capacity: chunkCapacity * 2)
            more.moveInitialize(from: chunks, count: chunkCount)
            chunks.deallocate()
            chunks = more
            chunkCapacity *= 2
        }
        let memory = Memory.allocateTable(bytes: Memory.largePage, isFirst: chunkCount == 0)
        let chunk = memory.bindMemory(to: Element.self, capacity: 1 << Self.shift)
        (chunks + chunkCount).initialize(to: chunk)
        chunkCount += 1
    }
}
