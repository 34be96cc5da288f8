import Synchronization
import TestSupport
import Testing

@testable import Files

/// Signals that came through a gate.
final class Delivered: Sendable {
    private let signals = Mutex<[Int32]>([])
    var gate: SignalGate { SignalGate { [self] number in signals.withLock { $0.append(number) } } }
    var all: [Int32] { signals.withLock { $0 } }
}

@Suite("A signal")
struct SignalGateTests {
    @Test("ends the process where nothing is held, once")
    func free() {
        let gate = SignalGate()
        #expect(gate.admits(15))
        #expect(!gate.admits(2), "it is ending already")
    }

    @Test("waits until nothing is held any more; the first one counts")
    func held() {
        let delivered = Delivered()
        let gate = delivered.gate
        gate.holding {
            gate.holding {
                #expect(!gate.admits(15))
                #expect(!gate.admits(2))
            }
            #expect(delivered.all.isEmpty, "something is still held")
        }
        #expect(delivered.all == [15])
        gate.holding {}
        #expect(delivered.all == [15])
        #expect(gate.admits(1))
    }

    @Test("waits also where something fails")
    func failing() {
        let delivered = Delivered()
        let gate = delivered.gate
        #expect(throws: FileError.self) {
            try gate.holding { () throws(FileError) in
                #expect(!gate.admits(3))
                throw FileError(.write, "x", .missing)
            }
        }
        #expect(delivered.all == [3])
    }

    @Test("is never lost or delivered twice, whichever thread holds what")
    func threads() async {
        let delivered = Delivered()
        let gate = delivered.gate
        await withTaskGroup(of: Int.self) { group in
            for thread in 0..<4 {
                group.addTask { Self.arrivals(at: gate, thread) }
            }
            var waiting = 0
            for await count in group { waiting += count }
            let count = delivered.all.count
            #expect(count > 0 && count <= waiting)
        }
        let before = delivered.all.count
        gate.holding {}
        #expect(delivered.all.count == before, "none is left")
    }

    /// Lets signals arrive now and then while the gate is held, by this thread at least; gives how many
    /// had to wait.
    private static func arrivals(at gate: SignalGate, _ thread: Int) -> Int {
        (0..<2000).count { round in
            gate.holding { (round + thread) % 3 == 0 && !gate.admits(15) }
        }
    }
}
