/// How far a search goes.
public struct ExplorationBounds: Sendable, Equatable {
    /// The most attempts of the payment.
    public let attempts: Int
    /// The most events.
    public let depth: Int

    /// What the rules tell apart, and deep enough for all attempts to be started and answered twice.
    public static let usual = ExplorationBounds(knownAttempts: 3, depth: 10)

    /// The bounds, nil where one is out of range.
    public init?(attempts: Int, depth: Int) {
        guard Self.attempts.contains(attempts), Self.depths.contains(depth) else { return nil }
        self.attempts = attempts
        self.depth = depth
    }

    /// Each attempt multiplies the states: three are what the rules distinguish (the one that paid,
    /// the current one, another), four show that nothing new comes of more.
    public static let attempts = 1...4
    /// Far beyond where every search closes. Times stay within those of events, too: each event is
    /// at most a processing period of a year, and a nanosecond, after the one before.
    public static let depths = 1...40
    /// A search that finds more states ends there: they take a gigabyte or two.
    public static let mostStates = 32_000_000

    init(knownAttempts: Int, depth: Int) {
        self.attempts = knownAttempts
        self.depth = depth
    }
}
