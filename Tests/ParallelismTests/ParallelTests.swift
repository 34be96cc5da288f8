import Synchronization
import Testing

@testable import Parallelism

@Suite("Work on several cores")
struct ParallelTests {
    @Test("gives its results in the order of the work", arguments: [0, 1, 2, 500], [1, 2, .max])
    func order(count: Int, threads: Int) {
        #expect(Parallel.map(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test("is done once each, with something that each thread makes once", arguments: [1, 3])
    func sharing(threads: Int) {
        let made = Atomic<Int>(0)
        let numbers = Parallel.map(
            100, threads: threads, sharing: made.add(1, ordering: .relaxed).newValue
        ) { index, number in number }
        #expect(made.load(ordering: .relaxed) == threads)
        #expect(numbers.allSatisfy { (1...threads).contains($0) })
    }
}
