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
    /// The address of a list of names that ends with null, which are removed one after the other; 0
    /// where there is none.
    private let tree = Atomic<UInt>(0)

    private typealias Name = UnsafeMutablePointer<CChar>

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

    /// Sets the names of files and folders that are removed in this order; false if there is such a list
    /// already.
    package func setTree(_ paths: [String]) -> Bool {
        let names = UnsafeMutablePointer<Name?>.allocate(capacity: paths.count + 1)
        names.initialize(repeating: nil, count: paths.count + 1)
        for (position, path) in paths.enumerated() { names[position] = Self.copy(path) }
        let (isSet, _) = tree.compareExchange(
            expected: 0, desired: UInt(bitPattern: names), ordering: .sequentiallyConsistent)
        if !isSet { Self.deallocate(names) }
        return isSet
    }

    /// Forgets that list: all of it is gone.
    package func forgetTree() {
        let address = tree.exchange(0, ordering: .sequentiallyConsistent)
        if isRemoving.load(ordering: .sequentiallyConsistent) { return }
        if let names = UnsafeMutablePointer<Name?>(bitPattern: address) { Self.deallocate(names) }
    }

    private static func deallocate(_ names: UnsafeMutablePointer<Name?>) {
        var position = 0
        while let name = names[position] {
            name.deallocate()
            position += 1
        }
        names.deallocate()
    }

    /// Removes the files of all names, and the tree. May be called from a signal's handler: it takes no
    /// lock and no memory, and the only system calls are unlink and rmdir.
    package func removeFiles() {
        isRemoving.store(true, ordering: .sequentiallyConsistent)
        var place = 0
        while place < 64 {
            let address = slots[place].load(ordering: .sequentiallyConsistent)
            if let name = UnsafePointer<CChar>(bitPattern: address) { POSIX.remove(name: name) }
            place += 1
        }
        let address = tree.load(ordering: .sequentiallyConsistent)
        guard let names = UnsafeMutablePointer<Name?>(bitPattern: address) else { return }
        place = 0
        while let name = names[place] {
            POSIX.removeAny(name: name)
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
