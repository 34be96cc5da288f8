internal import Synchronization

/// The names of the temporary files and folders that are there now, so that a program that is ended by a
/// signal can remove them.
///
/// `removeAll` may have interrupted any other code half-way, even code of this type. What it reads is
/// therefore changed only by single atomic steps, and never freed: the memory of a table never, that of
/// a name not after a removal has begun.
package final class TemporaryNames: Sendable {
    /// The names of this process.
    package static let shared = TemporaryNames()

    /// A name's index in the tables.
    package struct Slot: Sendable, Equatable {
        fileprivate let table: Int
        fileprivate let index: Int
    }

    private typealias Table = UnsafeMutablePointer<Atomic<UInt>>
    private typealias Name = UnsafeMutablePointer<CChar>

    /// The addresses of tables, each twice as large as the one before; 0 for one that is not made yet.
    /// They hold the addresses of names, which end with a zero byte; 0 in a free slot.
    private let tables = InlineArray<16, Atomic<UInt>> { _ in Atomic(0) }
    private let isRemoving = Atomic(false)
    /// The address of a list of names that ends with null, which are removed one after the other; 0 if
    /// there is no list.
    private let tree = Atomic<UInt>(0)

    private static let firstCount = 64

    package init() {}

    private static func count(_ table: Int) -> Int { firstCount << table }

    /// Adds a name; nil if there is no room: there is some for four million.
    package func add(_ path: String) -> Slot? {
        let name = Self.copy(path)
        for number in 0..<tables.count {
            let table = existing(number) ?? make(number)
            for index in 0..<Self.count(number) where isFree(table[index]) {
                let (isTaken, _) = table[index].compareExchange(
                    expected: 0, desired: UInt(bitPattern: name),
                    ordering: .sequentiallyConsistent)
                if isTaken { return Slot(table: number, index: index) }
            }
        }
        name.deallocate()
        return nil
    }

    /// Forgets the name in `slot`: the file is gone, or has its final name.
    package func forget(_ slot: Slot?) {
        guard let slot, let table = existing(slot.table) else { return }
        let address = table[slot.index].exchange(0, ordering: .sequentiallyConsistent)
        // A removal that begins after this load finds the slot empty; one that began before may be
        // reading the name.
        if isRemoving.load(ordering: .sequentiallyConsistent) { return }
        Name(bitPattern: address)?.deallocate()
    }

    /// Sets the names of files and folders that are removed in this order; false if there is already
    /// such a list.
    package func setTree(_ paths: [String]) -> Bool {
        let names = UnsafeMutablePointer<Name?>.allocate(capacity: paths.count + 1)
        names.initialize(repeating: nil, count: paths.count + 1)
        for (position, path) in paths.enumerated() { names[position] = Self.copy(path) }
        let (isSet, _) = tree.compareExchange(
            expected: 0, desired: UInt(bitPattern: names), ordering: .sequentiallyConsistent)
        if !isSet { Self.deallocate(names) }
        return isSet
    }

    /// Forgets that list: all of it has been removed.
    package func forgetTree() {
        let address = tree.exchange(0, ordering: .sequentiallyConsistent)
        if isRemoving.load(ordering: .sequentiallyConsistent) { return }
        if let names = UnsafeMutablePointer<Name?>(bitPattern: address) { Self.deallocate(names) }
    }

    /// Removes what has these names, folders only if they are empty, and the tree. May be called from a
    /// signal's handler: it takes no lock and no memory, and the only system calls are unlink and rmdir.
    package func removeAll() {
        isRemoving.store(true, ordering: .sequentiallyConsistent)
        var number = 0
        while number < tables.count {
            if let table = existing(number) { Self.remove(table, count: Self.count(number)) }
            number += 1
        }
        let address = tree.load(ordering: .sequentiallyConsistent)
        guard let names = UnsafeMutablePointer<Name?>(bitPattern: address) else { return }
        var position = 0
        while let name = names[position] {
            POSIX.removeAny(name: name)
            position += 1
        }
    }

    private static func remove(_ table: Table, count: Int) {
        var index = 0
        while index < count {
            let address = table[index].load(ordering: .sequentiallyConsistent)
            if let name = UnsafePointer<CChar>(bitPattern: address) { POSIX.removeAny(name: name) }
            index += 1
        }
    }

    // MARK: Tables and names

    private func isFree(_ slot: borrowing Atomic<UInt>) -> Bool {
        slot.load(ordering: .relaxed) == 0
    }

    private func existing(_ number: Int) -> Table? {
        Table(bitPattern: tables[number].load(ordering: .sequentiallyConsistent))
    }

    /// Makes a table, unless another thread has just done so.
    private func make(_ number: Int) -> Table {
        let table = Table.allocate(capacity: Self.count(number))
        for index in 0..<Self.count(number) { (table + index).initialize(to: Atomic(0)) }
        let (isSet, known) = tables[number].compareExchange(
            expected: 0, desired: UInt(bitPattern: table), ordering: .sequentiallyConsistent)
        if isSet { return table }
        table.deallocate()
        guard let other = Table(bitPattern: known) else {
            preconditionFailure("an address is never zero")
        }
        return other
    }

    private static func deallocate(_ names: UnsafeMutablePointer<Name?>) {
        var position = 0
        while let name = names[position] {
            name.deallocate()
            position += 1
        }
        names.deallocate()
    }

    private static func copy(_ path: String) -> Name {
        let characters = path.utf8CString
        let name = UnsafeMutableBufferPointer<CChar>.allocate(capacity: characters.count)
        _ = name.initialize(from: characters)
        guard let base = name.baseAddress else { preconditionFailure("there is a zero byte") }
        return base
    }
}
