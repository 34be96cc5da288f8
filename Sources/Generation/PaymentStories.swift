/// The events of a payment: what happens when, in milliseconds since the start.
///
/// No two events of a payment have the same time, so that it does not matter in which order they
/// are written; and the first ones make sense without the others, so that a stream can end anywhere.
struct PaymentStories {
    /// Of one payment: when, what, of which attempt, and whether it is sent again.
    typealias Tell = (_ at: Int64, ScheduledEvent.Kind, _ attempt: UInt8, _ again: Bool) -> Void

    var numbers: SeededNumbers

    /// No story has fewer events.
    static let leastEvents = 3

    /// Creating to trying, and waiting to trying again.
    private static let clientDelay: ClosedRange<Int64> = 200...60_000
    /// Trying to the result, where it is in time: less than the shortest period.
    private static let gatewayDelay: ClosedRange<Int64> = 300...20_000
    private static let secondTryDelay: ClosedRange<Int64> = 1...600_000

    /// A bound of the time from the first to the last event of a payment.
    static func longestMilliseconds(periodMinutes: Int) -> Int64 {
        3 * Int64(periodMinutes) * 60_000 + 3_600_000
    }

    /// Tells the story of a payment that is created at `start`. Payments with which something is
    /// late or happens after the period have one.
    @inline(__always)
    mutating func tell(
        _ story: StoryKind, from start: Int64, periodMinutes: Int?, _ tell: Tell
    ) {
        let period = Int64(periodMinutes ?? 0) * 60_000
        // Some of the three events are sent again, at least one.
        let again = story == .duplicates ? 1 + numbers.below(7) : 0
        tell(start, .created, 0, again & 1 != 0)
        let first = start + numbers.within(Self.clientDelay)
        tell(first, .attempted, 1, again & 2 != 0)
        switch story {
        case .paidInTime, .duplicates:
            tell(first + numbers.within(Self.gatewayDelay), .succeeded, 1, again & 4 != 0)
        case .lateSuccess: tell(lateAnswer(first, period), .succeeded, 1, false)
        case .doublePayment: doublePayment(first, period, tell)
        case .failure: failure(first, period, tell)
        }
    }

    /// An answer at least a second and at most one more period after the deadline.
    private mutating func lateAnswer(_ attempt: Int64, _ period: Int64) -> Int64 {
        attempt + period + numbers.within(1000...period)
    }

    /// Tries again after the period. Both attempts succeed, either of them first.
    private mutating func doublePayment(_ first: Int64, _ period: Int64, _ tell: Tell) {
        let second = first + period + numbers.within(Self.secondTryDelay)
        tell(second, .attempted, 2, false)
        let answer = second + numbers.within(Self.gatewayDelay)
        // Now and then so late that the other attempt's period has passed, too.
        let otherAnswer = answer + numbers.within(1000...(period + period / 8))
        let firstIsFirst = numbers.below(2) == 0
        tell(answer, .succeeded, firstIsFirst ? 1 : 2, false)
        tell(otherAnswer, .succeeded, firstIsFirst ? 2 : 1, false)
    }

    /// Of ten payments with a failure, four are given up, four are tried again, one fails after the
    /// period, and one does so after another attempt has begun. Where there is no period, the last
    /// two cannot be.
    private mutating func failure(_ first: Int64, _ period: Int64, _ tell: Tell) {
        switch numbers.below(period > 0 ? 10 : 8) {
        case 0..<4: tell(first + numbers.within(Self.gatewayDelay), .failed, 1, false)
        case 4..<8: failureAndRetry(first, tell)
        case 8: tell(lateAnswer(first, period), .failed, 1, false)
        default: failureDuringRetry(first, period, tell)
        }
    }

    /// The second attempt succeeds in six of ten cases.
    private mutating func failureAndRetry(_ first: Int64, _ tell: Tell) {
        let failure = first + numbers.within(Self.gatewayDelay)
        tell(failure, .failed, 1, false)
        let second = failure + numbers.within(Self.clientDelay)
        tell(second, .attempted, 2, false)
        let answer = second + numbers.within(Self.gatewayDelay)
        tell(answer, numbers.below(10) < 6 ? .succeeded : .failed, 2, false)
    }

    /// The first attempt fails late, before or after the second one has succeeded.
    private mutating func failureDuringRetry(_ first: Int64, _ period: Int64, _ tell: Tell) {
        let second = first + period + numbers.within(Self.secondTryDelay)
        tell(second, .attempted, 2, false)
        let answer = second + numbers.within(Self.gatewayDelay)
        let otherAnswer = answer + numbers.within(Self.gatewayDelay)
        let failureIsFirst = numbers.below(2) == 0
        tell(answer, failureIsFirst ? .failed : .succeeded, failureIsFirst ? 1 : 2, false)
        tell(otherAnswer, failureIsFirst ? .succeeded : .failed, failureIsFirst ? 2 : 1, false)
    }
}
