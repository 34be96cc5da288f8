/// What happens to how many of a thousand payments. Those that are left are paid in time.
public struct StoryMix: Sendable, Equatable {
    /// The period passes, then the only attempt succeeds.
    public var lateSuccessesPerMille: Int
    /// The period passes, the client tries again, and both attempts succeed.
    public var doublePaymentsPerMille: Int
    /// An attempt fails: for good, before another one, or late.
    public var failuresPerMille: Int
    /// Paid in time, and some events are sent again: as they were, or later.
    public var duplicatesPerMille: Int

    /// Some of everything, but mostly payments in time.
    public static let usual = StoryMix(
        lateSuccessesPerMille: 80, doublePaymentsPerMille: 50, failuresPerMille: 120,
        duplicatesPerMille: 50)

    public init(
        lateSuccessesPerMille: Int = 0, doublePaymentsPerMille: Int = 0,
        failuresPerMille: Int = 0, duplicatesPerMille: Int = 0
    ) {
        self.lateSuccessesPerMille = lateSuccessesPerMille
        self.doublePaymentsPerMille = doublePaymentsPerMille
        self.failuresPerMille = failuresPerMille
        self.duplicatesPerMille = duplicatesPerMille
    }

    /// Whether there are stories that need a processing period.
    var needsPeriod: Bool { lateSuccessesPerMille > 0 || doublePaymentsPerMille > 0 }

    /// All shares, in the order of `StoryKind`.
    var shares: [Int] {
        [
            lateSuccessesPerMille, doublePaymentsPerMille, failuresPerMille, duplicatesPerMille,
        ]
    }

    /// The story of the payment at `point` of a thousand.
    func story(at point: Int) -> StoryKind {
        var end = lateSuccessesPerMille
        if point < end { return .lateSuccess }
        end += doublePaymentsPerMille
        if point < end { return .doublePayment }
        end += failuresPerMille
        if point < end { return .failure }
        end += duplicatesPerMille
        return point < end ? .duplicates : .paidInTime
    }
}

/// What happens to a payment.
enum StoryKind {
    case lateSuccess, doublePayment, failure, duplicates, paidInTime

    /// Whether it happens only with methods whose connector has a processing period.
    var needsPeriod: Bool { self == .lateSuccess || self == .doublePayment }
}
