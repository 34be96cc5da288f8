import Files
import Synchronization

/// One line on standard error that says how far the reading has come, and overwrites itself. Nothing
/// is written unless standard error is a terminal.
///
/// Call `finish` before anything else is written to the terminal; a signal clears the line, too.
final class ProgressLine: Sendable {
    private let totalBytes: Int?
    private let start: ContinuousClock.Instant
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void
    private let state: Mutex<State>

    private struct State {
        /// Nil when the line is to be shown no more.
        var nextUpdate: ContinuousClock.Instant?
        var isVisible = false
    }

    /// Often enough to be smooth, and seldom enough to cost nothing.
    private static let interval = Duration.milliseconds(100)

    /// A line about the reading of `totalBytes`, nil if their number is unknown; the clock starts now.
    convenience init(totalBytes: Int?) {
        self.init(
            totalBytes: totalBytes, isShown: Terminal.canOverwriteLines,
            now: { ContinuousClock.now }, write: Self.writeToStandardError)
    }

    /// With a clock and a terminal of the caller's.
    init(
        totalBytes: Int?, isShown: Bool, now: @escaping @Sendable () -> ContinuousClock.Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.totalBytes = totalBytes
        self.now = now
        self.write = write
        start = now()
        state = Mutex(State(nextUpdate: isShown ? start + Self.interval : nil))
    }

    deinit {
        finish()
    }

    /// Shows that so many bytes and events have been read since the start; may be called from any
    /// thread, and as often as one likes.
    func update(bytes: Int, events: Int) {
        state.withLock { state in
            guard let due = state.nextUpdate else { return }
            let instant = now()
            guard instant >= due else { return }
            state.nextUpdate = instant + Self.interval
            state.isVisible = true
            let text = ProgressText(
                bytes: bytes, totalBytes: totalBytes, events: events,
                elapsedSeconds: (instant - start) / .seconds(1))
            show(text.text)
        }
    }

    /// Clears the line and shows it no more.
    func finish() {
        state.withLock { state in
            if state.isVisible {
                write(Self.clearing)
                Signals.hasProgressLine.store(false, ordering: .sequentiallyConsistent)
            }
            state = State()
        }
    }

    private func show(_ text: String) {
        Signals.hasProgressLine.store(true, ordering: .sequentiallyConsistent)
        // No wrapping: a line that is too long for the terminal would no longer be one.
        write(Self.clearing + "\u{1B}[?7l" + text + "\u{1B}[?7h")
    }

    static let clearing = "\r\u{1B}[K"

    /// A terminal that has gone away is not a reason to fail.
    @Sendable private static func writeToStandardError(_ text: String) {
        let output = ByteOutput(.standardError)
        output.write(text)
        output.flush()
    }
}
