internal import Dispatch
internal import Synchronization

/// Work on several cores at once.
package enum Parallel {
    /// Calls `body` with 0 to `count` − 1, side by side where there is more than one. No call may
    /// wait for one with a higher number: there may be fewer cores.
    package static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        if count == 1 { return body(0) }
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }

    /// What `work` gives for 0 to `count` − 1, in this order, however many threads share the work.
    package static func map<Result: Sendable>(
        _ count: Int, threads: Int = .max, _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        map(count, threads: threads, sharing: ()) { index, _ in work(index) }
    }

    /// The same, with something that each thread makes once and uses for all of its work.
    ///
    /// - Parameter sharing: makes it.
    package static func map<Result: Sendable, Shared>(
        _ count: Int, threads: Int, sharing shared: @autoclosure @Sendable () -> Shared,
        _ work: @Sendable (Int, Shared) -> Result
    ) -> [Result] {
        let next = Atomic<Int>(0)
        let results = Mutex([Result?](repeating: nil, count: count))
        forEach(min(threads, count)) { _ in
            let shared = shared()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let result = work(index, shared)
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
