/// Results that threads set side by side, each its own.
final class ConcurrentResults<Value: Sendable>: @unchecked Sendable {
    // Unchecked, since each place is set by one thread, and read only when all are done.
    private let places: UnsafeMutableBufferPointer<Value?>

    init(_ count: Int) {
        places = .allocate(capacity: count)
        places.initialize(repeating: nil)
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    func set(_ index: Int, _ value: Value) { places[index] = value }

    /// What was set, in the order of the places.
    var all: [Value] { places.compactMap { $0 } }
}
