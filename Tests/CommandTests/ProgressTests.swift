import Synchronization
import Testing

@testable import connectorctl

@Suite("Progress on a terminal")
struct ProgressTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let bytes: Int
        let totalBytes: Int?
        let events: Int
        let elapsedSeconds: Double
        let expected: String

        init(
            _ name: String, _ bytes: Int, of totalBytes: Int?, events: Int, after seconds: Double,
            _ expected: String
        ) {
            testDescription = name
            (self.bytes, self.totalBytes, self.events) = (bytes, totalBytes, events)
            (elapsedSeconds, self.expected) = (seconds, expected)
        }
    }

    @Test(
        "says how far, how fast, and how long still",
        arguments: [
            Row(
                "a quarter", 1_200_000_000, of: 4_800_000_000, events: 5_610_000, after: 1.1,
                "1.2 GB of 4.8 GB, 25 %, 5.1 M events/s, 1.1 GB/s, 4 s left"),
            Row(
                "the start", 0, of: 4_800_000, events: 0, after: 0.1,
                "0 B of 4.8 MB, 0 %, 0 events/s, 0 B/s"),
            Row(
                "the end", 950, of: 950, events: 3, after: 1,
                "950 B of 950 B, 100 %, 3 events/s, 950 B/s"),
            Row(
                "almost the end", 9_999, of: 10_000, events: 99, after: 2,
                "10.0 kB of 10.0 kB, 99 %, 50 events/s, 5.0 kB/s, 1 s left"),
            Row(
                "minutes", 1_000_000, of: 14_000_000, events: 1_000, after: 10,
                "1.0 MB of 14.0 MB, 7 %, 100 events/s, 100 kB/s, 2 min 10 s left"),
            Row(
                "hours", 1_000, of: 3_001_000, events: 1, after: 4,
                "1.0 kB of 3.0 MB, 0 %, 0 events/s, 250 B/s, 3 h 20 min left"),
            Row(
                "for ever", 1, of: .max, events: 0, after: 1,
                "1 B of 9.2 EB, 0 %, 0 events/s, 1 B/s"),
            Row(
                "a pipe", 345_600_000, of: nil, events: 850_000, after: 1,
                "346 MB, 850 k events/s, 346 MB/s"),
            Row("no time", 10, of: 20, events: 1, after: 0, "10 B of 20 B, 50 %"),
            Row("no input", 0, of: 0, events: 0, after: 0, "0 B of 0 B"),
            Row(
                "more than there was", 30, of: 20, events: 1, after: 1,
                "30 B of 20 B, 100 %, 1 events/s, 30 B/s"),
        ])
    func text(row: Row) {
        let text = ProgressText(
            bytes: row.bytes, totalBytes: row.totalBytes, events: row.events,
            elapsedSeconds: row.elapsedSeconds)
        #expect(text.text == row.expected)
    }

    @Test(
        "has two or three digits, also where rounding makes one more",
        arguments: [
            (0, "0 "), (999.4, "999 "), (999.5, "1.0 k"), (1_049, "1.0 k"), (9_960, "10.0 k"),
            (99_940, "99.9 k"), (99_960, "100 k"), (999_499, "999 k"), (999_500, "1.0 M"),
            (1e21, "1000 E"),
        ])
    func scaled(value: Double, expected: String) {
        #expect(ProgressText.scaled(value) == expected)
    }

    /// A terminal and a clock that the test moves.
    private final class Terminal: Sendable {
        private let start = ContinuousClock.now
        private let state = Mutex((milliseconds: 0, written: [String]()))

        var written: [String] { state.withLock(\.written) }

        func line(isShown: Bool = true) -> ProgressLine {
            ProgressLine(
                totalBytes: 100, isShown: isShown,
                now: { [self] in start + .milliseconds(state.withLock(\.milliseconds)) },
                write: { [self] text in state.withLock { $0.written.append(text) } })
        }

        func wait(milliseconds: Int) {
            state.withLock { $0.milliseconds += milliseconds }
        }
    }

    private static let clearing = "\r\u{1B}[K"

    @Test("is shown ten times a second at most, and cleared at the end")
    func throttle() {
        let terminal = Terminal()
        let line = terminal.line()
        for bytes in 0..<100 {
            line.update(bytes: bytes, events: bytes)
            terminal.wait(milliseconds: 10)
        }
        line.finish()
        #expect(terminal.written.count == 10)
        #expect(terminal.written.allSatisfy { $0.hasPrefix(Self.clearing) })
        #expect(terminal.written.first?.contains("10 B of 100 B, 10 %, 100 events/s") == true)
        #expect(terminal.written.last == Self.clearing)
    }

    @Test("is shown no more when it was cleared, and cleared once")
    func finished() {
        let terminal = Terminal()
        do {
            let line = terminal.line()
            terminal.wait(milliseconds: 100)
            line.update(bytes: 1, events: 1)
            line.finish()
            terminal.wait(milliseconds: 100)
            line.update(bytes: 2, events: 2)
            line.finish()
        }
        #expect(terminal.written.count == 2)
    }

    @Test("is cleared when it is released, as when an error is thrown")
    func released() {
        let terminal = Terminal()
        do {
            let line = terminal.line()
            terminal.wait(milliseconds: 100)
            line.update(bytes: 1, events: 1)
        }
        #expect(terminal.written.count == 2 && terminal.written.last == Self.clearing)
    }

    @Test("writes nothing for a run that is short, or elsewhere than on a terminal")
    func hidden() {
        let short = Terminal()
        let line = short.line()
        short.wait(milliseconds: 99)
        line.update(bytes: 1, events: 1)
        line.finish()
        #expect(short.written.isEmpty)
        let file = Terminal()
        let hidden = file.line(isShown: false)
        file.wait(milliseconds: 1000)
        hidden.update(bytes: 1, events: 1)
        hidden.finish()
        #expect(file.written.isEmpty)
    }

    @Test("may come from several threads")
    func threads() async {
        let terminal = Terminal()
        let line = terminal.line()
        terminal.wait(milliseconds: 100)
        await withTaskGroup { group in
            for count in 0..<8 {
                group.addTask { line.update(bytes: count, events: count) }
            }
        }
        #expect(terminal.written.count == 1)
        line.finish()
    }
}
