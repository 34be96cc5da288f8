/// A value that threads share: one at a time has it, and may wait until another has changed it. It is
/// public, since only then is it compiled for the types of its callers in other modules.
public final class Monitor<Value>: @unchecked Sendable {
    // Unchecked, since `value` is only touched under the lock.
    @usableFromInline var value: Value
    @usableFromInline let lock = ChangeLock()

    @inlinable
    public init(_ value: Value) {
        self.value = value
    }

    /// Changes the value and wakes whoever waits for a change.
    @inlinable
    public func change<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        let result = body(&value)
        lock.unlockChanged()
        return result
    }

    /// Waits until `body`, which is called after every change, gives something.
    @inlinable
    public func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
        lock.lock()
        defer { lock.unlock() }
        var sleeps = false
        while true {
            if let result = body(&value) { return result }
            // `body` is asked once more before the thread sleeps: a change may have been counted late.
            sleeps = !lock.wait(asleep: sleeps)
        }
    }
}
