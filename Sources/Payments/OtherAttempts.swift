/// All attempts of a payment but the first, one after the other in one piece of memory.
@usableFromInline
package struct OtherAttempts: @unchecked Sendable {
    // Unchecked, since the memory is changed only while one payment alone refers to it.

    @usableFromInline
    struct Header {
        @usableFromInline var count = 0
        @usableFromInline var capacity: Int
        /// The positions of the attempts by their identifiers; empty for a few.
        var index: [AttemptKey: Int32] = [:]

        init(capacity: Int) {
            self.capacity = capacity
        }
    }

    @usableFromInline var memory: ManagedBuffer<Header, Attempt>

    /// From here on a look-up by hash beats comparing keys one by one.
    private static let indexedFrom = 16

    /// A list of one attempt.
    init(_ attempt: Attempt) {
        memory = .create(minimumCapacity: 1) { _ in Header(capacity: 1) }
        _ = append(attempt)
    }

    // Not `memory.header`, which would be checked for conflicting accesses each time.

    @inlinable
    package var count: Int { memory.withUnsafeMutablePointerToHeader { $0.pointee.count } }

    @inlinable
    var capacity: Int { memory.withUnsafeMutablePointerToHeader { $0.pointee.capacity } }

    /// The attempt at `position` in starting order, where the first one of the payment has 0.
    @inlinable
    package subscript(position: Int32) -> Attempt {
        precondition(position > 0 && position <= count, "a payment has the attempts it names")
        return memory.withUnsafeMutablePointerToElements { $0[Int(position) - 1] }
    }

    /// Changes the attempt at `position`.
    @inlinable
    mutating func change(at position: Int32, _ body: (inout Attempt) -> Void) {
        precondition(position > 0 && position <= count, "a payment has the attempts it names")
        if !isKnownUniquelyReferenced(&memory) { reserve(capacity) }
        memory.withUnsafeMutablePointerToElements { body(&$0[Int(position) - 1]) }
    }

    /// The position of the attempt with this identifier.
    @usableFromInline
    func position(of id: AttemptKey) -> Int32? {
        memory.withUnsafeMutablePointers { header, attempts in
            if !header.pointee.index.isEmpty { return header.pointee.index[id] }
            for offset in 0..<header.pointee.count where attempts[offset].id == id {
                return Int32(offset) + 1
            }
            return nil
        }
    }

    /// Appends an attempt whose identifier is new, and returns its position.
    mutating func append(_ attempt: Attempt) -> Int32 {
        let (count, capacity) = (count, capacity)
        if count == capacity {
            reserve(capacity * 2)
        } else if !isKnownUniquelyReferenced(&memory) {
            reserve(capacity)
        }
        return memory.withUnsafeMutablePointers { header, attempts in
            (attempts + count).initialize(to: attempt)
            header.pointee.count = count + 1
            let position = Int32(count + 1)
            if !header.pointee.index.isEmpty {
                header.pointee.index[attempt.id] = position
            } else if count + 1 == Self.indexedFrom {
                for offset in 0...count {
                    header.pointee.index[attempts[offset].id] = Int32(offset) + 1
                }
            }
            return position
        }
    }

    /// Goes on in memory of its own with room for `capacity` attempts.
    @usableFromInline
    @inline(never)
    mutating func reserve(_ capacity: Int) {
        let own = ManagedBuffer<Header, Attempt>.create(minimumCapacity: capacity) { _ in
            Header(capacity: capacity)
        }
        memory.withUnsafeMutablePointers { oldHeader, oldAttempts in
            own.withUnsafeMutablePointers { header, attempts in
                // Attempts are plain values: copies need no ends.
                attempts.initialize(from: oldAttempts, count: oldHeader.pointee.count)
                header.pointee.count = oldHeader.pointee.count
                header.pointee.index = oldHeader.pointee.index
            }
        }
        memory = own
    }
}
