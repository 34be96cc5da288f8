/// An array without checks and copies on write, for the few lists that every event touches. Its
/// owner keeps positions below `count`. The elements are plain values: nothing is released.
@usableFromInline
package struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline package var base: UnsafeMutablePointer<Element>
    @usableFromInline package var count = 0
    @usableFromInline var capacity: Int

    @inlinable
    package init(capacity: Int = 64) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    /// The memory that it has taken.
    @inlinable
    package var allocatedBytes: Int { capacity * MemoryLayout<Element>.stride }

    @inlinable @inline(__always)
    package subscript(position: Int) -> Element {
        _read {
            assert(position < count)
            yield base[position]
        }
        _modify {
            assert(position < count)
            yield &base[position]
        }
    }

    @inlinable @inline(__always)
    package mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Room for one more element, which its owner fills before it reads it.
    @inlinable @inline(__always)
    package mutating func appendUninitialized() -> UnsafeMutablePointer<Element> {
        if count == capacity { grow() }
        count += 1
        return base + (count - 1)
    }

    @inlinable @inline(__always)
    package mutating func removeLast() {
        assert(count > 0)
        count -= 1
    }

    @inlinable
    package mutating func removeAll() {
        count = 0
    }

    @inline(never)
    @inlinable
    mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
