internal import Payments

/// How far the deadlines of a scene are from its clock, as far as that matters.
struct Distances {
    /// A distance takes so many bits: a year has fewer than 2^55 nanoseconds.
    static let bitCount: UInt64 = 56

    private let clock: Timestamp
    /// What is not past, in order, where gaps are capped; empty where they are not.
    private var sorted: [5 of Int64] = [0, 0, 0, 0, 0]
    private var count = 0
    private let isCapped: Bool

    init(_ scene: Scene, _ attempts: Int) {
        clock = scene.clock
        let payment = scene.payment
        // Then no timer is armed any more, and no distance is compared with a period.
        isCapped = payment.status?.isFinal == true || payment.attemptCount >= attempts
        guard isCapped else { return }
        for position in 0..<payment.attemptCount {
            guard let deadline = payment[attempt: position].deadline, deadline >= clock else {
                continue
            }
            insert(deadline.nanoseconds - clock.nanoseconds)
        }
    }

    private mutating func insert(_ distance: Int64) {
        var index = count
        while index > 0, sorted[index - 1] > distance {
            sorted[index] = sorted[index - 1]
            index -= 1
        }
        sorted[index] = distance
        count += 1
    }

    /// 0 for no deadline, 1 for a past one, else two more than its distance.
    func bits(_ deadline: Timestamp?) -> UInt64 {
        guard let deadline else { return 0 }
        guard deadline >= clock else { return 1 }
        let distance = deadline.nanoseconds - clock.nanoseconds
        return UInt64(isCapped ? capped(distance) : distance) + 2
    }

    /// The instants around a deadline are it and those a nanosecond before and after. Those of two
    /// deadlines coincide only where they are less than three apart; that before a deadline has not
    /// passed where the clock is two before.
    private func capped(_ distance: Int64) -> Int64 {
        var (sum, last, most): (Int64, Int64, Int64) = (0, 0, 2)
        for index in 0..<count where sorted[index] <= distance {
            sum += min(sorted[index] - last, most)
            (last, most) = (sorted[index], 3)
        }
        return sum
    }
}
