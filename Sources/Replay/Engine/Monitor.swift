internal import CIntrinsics
internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A value that several threads share: one at a time has it, and may wait until another changed it.
final class Monitor<Value>: @unchecked Sendable {
    // Unchecked, since `value` is only touched under the lock.
    private var value: Value
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// How often it was changed.
    private let changes = Atomic<Int>(0)

    init(_ value: Value) {
        self.value = value
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Changes the value and wakes whoever waits for a change.
    func change<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        let result = body(&value)
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
        // Only now, so that nobody who sees it finds the mutex locked.
        changes.add(1, ordering: .releasing)
        return result
    }

    /// Waits until `body`, which is called after every change, gives something.
    func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        var sleeps = false
        while true {
            if let result = body(&value) { return result }
            if sleeps {
                pthread_cond_wait(condition, mutex)
                sleeps = false
            } else {
                let seen = changes.load(ordering: .relaxed)
                pthread_mutex_unlock(mutex)
                let isChanged = waitAwake(since: seen)
                pthread_mutex_lock(mutex)
                // `body` is asked once more before: the change may have been counted too late.
                sleeps = !isChanged
            }
        }
    }

    /// Waits some 20 µs at the most; true if there was a change. The next one mostly comes sooner than
    /// a thread falls asleep and is woken up.
    private func waitAwake(since seen: Int) -> Bool {
        for _ in 0..<1000 {
            if changes.load(ordering: .acquiring) != seen { return true }
            intrinsics_pause()
        }
        return false
    }
}

/// Work on several cores at once.
package enum Parallel {
    /// Calls `body` with 0 to `count` − 1, side by side where there is more than one. No call may
    /// wait for one with a higher number: there may be fewer cores.
    package static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        if count == 1 { return body(0) }
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
}
