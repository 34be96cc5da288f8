/// The events that wait to be written: a binary heap with the next one on top.
struct EventQueue {
    private var heap: [ScheduledEvent] = []

    init() {
        heap.reserveCapacity(1024)
    }

    /// When the next event is due; nil if there is none.
    @inline(__always)
    var nextDueMilliseconds: Int64? { heap.first?.dueMilliseconds }

    /// - Complexity: O(log n), and O(1) for events that are due after most others.
    mutating func push(_ event: ScheduledEvent) {
        heap.append(event)
        heap.withUnsafeMutableBufferPointer { heap in
            var place = heap.count - 1
            while place > 0 {
                let parent = (place - 1) / 2
                guard ScheduledEvent.precedes(event, heap[parent]) else { break }
                heap[place] = heap[parent]
                place = parent
            }
            heap[place] = event
        }
    }

    /// Takes out the next event; nil if there is none.
    ///
    /// - Complexity: O(log n)
    mutating func pop() -> ScheduledEvent? {
        guard let last = heap.popLast() else { return nil }
        guard let next = heap.first else { return last }
        heap.withUnsafeMutableBufferPointer { Self.sink(last, in: $0) }
        return next
    }

    /// Puts `event` where it belongs below the top, which is free.
    private static func sink(
        _ event: ScheduledEvent, in heap: UnsafeMutableBufferPointer<ScheduledEvent>
    ) {
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, ScheduledEvent.precedes(heap[child + 1], heap[child]) {
                child += 1
            }
            guard ScheduledEvent.precedes(heap[child], event) else { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = event
    }
}
