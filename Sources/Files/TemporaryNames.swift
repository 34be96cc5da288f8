internal import Synchronization

/// The names of the temporary files that are there now, so that a program that is ended by a signal
/// can remove them.
///
/// Who calls `removeFiles` may have stopped any other code half-way, also code of this type. What it
/// reads is therefore of a fixed size, made beforehand, and changed by single atomic steps only; a
/// name is immutable, and its memory is kept as soon as a removal has begun.
package final class TemporaryNames: Sendable {
    /// The names of this process.
    package static let shared = TemporaryNames()

    /// A run writes half a dozen files at a time; one that finds no room is not covered.
    package static let capacity = 64

    /// The addresses of the names, which end with a zero byte; 0 where there is none.
    private let slots = InlineArray<64, Atomic<UInt>> { _ in Atomic(0) }
    private let isRemoving = Atomic(false)

    package init() {
        precondition(slots.count == Self.capacity, "as many as are said")
    }

    /// Adds a name and gives its place in the table; nil if there is no room.
    package func add(_ path: String) -> Int? {
        let name = Self.copy(path)
        for place in 0..<Self.capacity {
            let (isTaken, _) = slots[place].compareExchange(
                expected: 0, desired: UInt(bitPattern: name), ordering: .sequentiallyConsistent)
            if isTaken { return place }
        }
        name.deallocate()
        return nil
    }

    /// Forgets the name at `place`: the file is gone, or has its final name.
    package func forget(_ place: Int?) {
        guard let place else { return }
        let address = slots[place].exchange(0, ordering: .sequentiallyConsistent)
        // A removal that begins after this load finds the slot empty; one that began before may be
        // reading the name.
        if isRemoving.load(ordering: .sequentiallyConsistent) { return }
        UnsafeMutablePointer<CChar>(bitPattern: address)?.deallocate()
    }

    /// Removes the files of all names. May be called from a signal's handler: it takes no lock and
    /// no memory, and the only system call is unlink.
    package func removeFiles() {
        isRemoving.store(true, ordering: .sequentiallyConsistent)
        var place = 0
        while place < 64 {
            let address = slots[place].load(ordering: .sequentiallyConsistent)
            if let name = UnsafePointer<CChar>(bitPattern: address) { POSIX.remove(name: name) }
            place += 1
        }
    }

    private static func copy(_ path: String) -> UnsafeMutablePointer<CChar> {
        let characters = path.utf8CString
        let name = UnsafeMutableBufferPointer<CChar>.allocate(capacity: characters.count)
        _ = name.initialize(from: characters)
        guard let base = name.baseAddress else { preconditionFailure("there is a zero byte") }
        return base
    }
}
