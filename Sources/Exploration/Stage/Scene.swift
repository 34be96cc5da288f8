internal import Payments

/// A moment of a search: the payment and the clock.
struct Scene {
    var payment = Payment()
    var clock = Scene.start

    /// 2026-01-01T00:00:00Z, where scenarios start.
    static let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)

    /// When the next event may come: now, and just before, at and just after each deadline that is not
    /// past. Between these instants no rule tells one from another.
    var times: [Timestamp] {
        var times = [clock]
        for position in 0..<payment.attemptCount {
            guard let deadline = payment[attempt: position].deadline, deadline >= clock else {
                continue
            }
            let around = deadline.nanoseconds
            for time in (around - 1)...(around + 1) where time >= clock.nanoseconds {
                times.insertSorted(Timestamp(nanoseconds: time))
            }
        }
        return times
    }
}

extension [Timestamp] {
    /// Inserts `time` into what is sorted, unless it is there. There are a dozen at most.
    fileprivate mutating func insertSorted(_ time: Timestamp) {
        var index = count
        while index > 0, self[index - 1] > time { index -= 1 }
        if index == 0 || self[index - 1] < time { insert(time, at: index) }
    }
}
