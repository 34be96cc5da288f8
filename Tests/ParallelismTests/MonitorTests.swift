import Foundation
import Testing

@testable import Parallelism

@Suite("A value that threads share")
struct MonitorTests {
    private struct Turns {
        var next = 0
        var order: [Int] = []
        var ended = 0
    }

    @Test("is had by one at a time, and its changes wake whoever waits", arguments: [2, 5])
    func turns(threads: Int) {
        let rounds = 1000
        let shared = Monitor(Turns())
        for thread in 0..<threads {
            Thread.detachNewThread {
                for round in 0..<rounds {
                    shared.wait { turns -> Void? in
                        guard turns.next % threads == thread else { return nil }
                        turns.order.append(thread)
                        return ()
                    }
                    // Longer than anybody waits awake, now and then.
                    if round % 100 == thread { usleep(2000) }
                    shared.change { $0.next += 1 }
                }
                shared.change { $0.ended += 1 }
            }
        }
        shared.wait { $0.ended == threads ? () : nil }
        let order = shared.change { $0.order }
        #expect(order == (0..<rounds * threads).map { $0 % threads })
    }
}
