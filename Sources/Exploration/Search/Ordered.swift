internal import Replay
internal import Synchronization

/// Results of work that several threads share, in the order of the work.
final class Ordered<Result: Sendable>: Sendable {
    private let count: Int
    private let next = Atomic<Int>(0)
    private let done: Mutex<[Result?]>

    init(count: Int) {
        self.count = count
        done = Mutex(Array(repeating: nil, count: count))
    }

    /// Does the work 0 to `count` − 1, on so many threads.
    ///
    /// - Parameter shared: makes what the works of one thread share.
    func fill<Shared>(
        threads: Int, shared: @autoclosure @Sendable () -> Shared,
        _ work: @Sendable (Int, Shared) -> Result
    ) {
        guard count > 0 else { return }
        Parallel.forEach(min(threads, count)) { _ in
            let shared = shared()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let result = work(index, shared)
                done.withLock { $0[index] = result }
            }
        }
    }

    /// What came of it.
    var results: [Result] { done.withLock { $0.compactMap(\.self) } }
}
