internal import CIntrinsics
internal import CLibrary
internal import Synchronization

/// A lock that counts changes, so that a thread can wait for the next one.
@usableFromInline
final class ChangeLock: @unchecked Sendable {
    // Unchecked, since the system's functions may be called by any thread.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let changes = Atomic<Int>(0)

    @usableFromInline
    init() {
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

    @usableFromInline
    func lock() {
        pthread_mutex_lock(mutex)
    }

    @usableFromInline
    func unlock() {
        pthread_mutex_unlock(mutex)
    }

    /// Unlocks after a change, and wakes whoever waits for one.
    @usableFromInline
    func unlockChanged() {
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
        // Only now, so that nobody who sees it finds the mutex locked.
        changes.add(1, ordering: .releasing)
    }

    /// Waits for a change without the lock, which the thread has before and after: asleep, or awake for
    /// some 20 µs; false if no change came while it was awake.
    @usableFromInline
    func wait(asleep: Bool) -> Bool {
        if asleep {
            pthread_cond_wait(condition, mutex)
            return true
        }
        let seen = changes.load(ordering: .relaxed)
        pthread_mutex_unlock(mutex)
        defer { pthread_mutex_lock(mutex) }
        // The next change mostly comes sooner than a thread falls asleep and is woken up.
        for _ in 0..<1000 {
            if changes.load(ordering: .acquiring) != seen { return true }
            intrinsics_pause()
        }
        return false
    }
}
