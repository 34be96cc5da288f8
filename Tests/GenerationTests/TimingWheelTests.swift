import TestSupport
import Testing

@testable import Generation

@Suite("The timing wheel")
struct TimingWheelTests {
    private static func event(at due: Int64, number: Int) -> ScheduledEvent {
        ScheduledEvent(
            dueMilliseconds: due, payment: UInt32(number), latenessMilliseconds: 0, kind: .created,
            attempt: 0)
    }

    @Test("gives events by time, and those of one time as they came", arguments: 0..<20)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var wheel = TimingWheel()
        var waiting: [(due: Int64, number: Int)] = []
        var now: Int64 = 0
        for number in 0..<400 {
            let span = Int64(1) << Int64.random(in: 0...44, using: &random)
            let due = now + Int64.random(in: 0..<span, using: &random)
            wheel.push(Self.event(at: due, number: number))
            waiting.append((due, number))
            guard Bool.random(using: &random) else { continue }
            // Everything that is due by then comes out, and nothing else.
            now += Int64.random(in: 0..<span, using: &random)
            take(until: now, &wheel, &waiting, seed)
        }
        take(until: .max, &wheel, &waiting, seed)
        #expect(waiting.isEmpty, "seed \(seed)")
    }

    private func take(
        until limit: Int64, _ wheel: inout TimingWheel,
        _ waiting: inout [(due: Int64, number: Int)], _ seed: UInt64
    ) {
        let due = waiting.filter { $0.due <= limit }.sorted { $0 < $1 }
        waiting.removeAll { $0.due <= limit }
        for expected in due {
            let event = wheel.pop(dueBy: limit)
            #expect(event?.dueMilliseconds == expected.due, "seed \(seed)")
            #expect(event?.payment == UInt32(expected.number), "seed \(seed)")
        }
        #expect(wheel.pop(dueBy: limit) == nil, "seed \(seed)")
    }

    @Test("is empty before the first event and after the last")
    func empty() {
        var wheel = TimingWheel()
        #expect(wheel.pop(dueBy: .max) == nil)
        wheel.push(Self.event(at: 0, number: 1))
        #expect(wheel.pop(dueBy: 0)?.payment == 1)
        #expect(wheel.pop(dueBy: .max) == nil)
    }
}
