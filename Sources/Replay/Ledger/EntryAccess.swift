internal import Events
internal import Payments

/// What is read of every payment, straight from its memory: copying a payment would count
/// references each time.
extension UnsafeMutablePointer<LedgerEntry> {
    @inline(__always)
    var attemptCount: Int {
        guard let others = pointee.payment.others else {
            return pointee.payment.hasAttempts ? 1 : 0
        }
        return others.count + 1
    }

    /// The attempt at a position in starting order.
    @inline(__always)
    func attempt(_ position: Int) -> Attempt {
        if position == 0 { return pointee.payment.first }
        guard let others = pointee.payment.others else {
            preconditionFailure("a payment has the attempts it names")
        }
        return others[Int32(position)]
    }

    @inline(__always)
    var paidBy: Attempt? {
        let position = pointee.payment.paidByIndex.stored
        return position < 0 ? nil : attempt(Int(position))
    }

    @inline(__always)
    var displayedError: GatewayError? {
        let position = pointee.payment.displayedIndex.stored
        return position < 0 ? nil : attempt(Int(position)).error
    }

    /// Whether a timer is armed that fires at `time` or before.
    @inline(__always)
    func hasTimer(upTo time: Timestamp) -> Bool {
        let position = pointee.payment.armedIndex.stored
        guard position >= 0, let timer = attempt(Int(position)).deadline else { return false }
        return timer <= time
    }
}
