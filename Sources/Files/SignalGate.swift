internal import CLibrary
internal import Synchronization

/// Keeps a signal from ending the process in the middle of steps that belong together.
///
/// Blocking signals would not do: a signal for the process may reach any of its threads. So the
/// program's handler asks here whether it may end the process now. If not, the signal is remembered, and
/// raised again as soon as the gate is free.
package final class SignalGate: Sendable {
    /// The gate of this process.
    package static let shared = SignalGate()

    /// How many hold it (the lower half), the signal that waits, and whether the process is ending: one
    /// word, so that no signal is lost between a look and a change.
    private let state = Atomic<UInt64>(0)
    private let deliver: @Sendable (Int32) -> Void

    private static let isEnding: UInt64 = 1 << 63
    private static let holders: UInt64 = 0xFFFF_FFFF
    private static let signalShift: UInt64 = 32

    /// - Parameter deliver: raises a signal that had to wait.
    package init(deliver: @escaping @Sendable (Int32) -> Void = { _ = raise($0) }) {
        self.deliver = deliver
    }

    /// Whether the handler of `signal` is to end the process. If so, no thread can hold the gate any more.
    /// Takes no lock and allocates no memory.
    package func admits(_ signal: Int32) -> Bool {
        while true {
            let old = state.load(ordering: .sequentiallyConsistent)
            if old & Self.isEnding != 0 { return false }
            let isFree = old & Self.holders == 0
            let waits = old >> Self.signalShift != 0
            if !isFree, waits { return false }
            let new = isFree ? Self.isEnding : old | UInt64(signal) << Self.signalShift
            if exchange(old, new) { return isFree }
        }
    }

    /// Calls `body` while signals wait. Calls may be nested, and come from several threads.
    package func holding<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        take()
        defer { release() }
        return try body()
    }

    private func take() {
        while true {
            let old = state.load(ordering: .sequentiallyConsistent)
            guard old & Self.isEnding == 0 else {
                // Another thread is ending the process.
                pause()
                continue
            }
            if exchange(old, old + 1) { return }
        }
    }

    private func release() {
        while true {
            let old = state.load(ordering: .sequentiallyConsistent)
            let isLast = old & Self.holders == 1
            guard exchange(old, isLast ? 0 : old - 1) else { continue }
            let signal = Int32(truncatingIfNeeded: old >> Self.signalShift)
            if isLast, signal != 0 { deliver(signal) }
            return
        }
    }

    private func exchange(_ old: UInt64, _ new: UInt64) -> Bool {
        state.compareExchange(
            expected: old, desired: new, ordering: .sequentiallyConsistent
        ).exchanged
    }
}
