/// What a recipe may ask for at most.
enum Limits {
    /// Events, payments and their order are counted in 32 bits, to keep what is in flight small.
    static let eventCount = 1...4_000_000_000
    /// Their numbers stay short; more clients than events would not be seen.
    static let clientCount = 1...4_000_000_000
    /// A payment each microsecond: beyond it, the mean gap would not be a whole number of nanoseconds.
    static let ratePayments = 1...1_000_000
    /// A day: a slower stream would be useless for load tests.
    static let rateSeconds = 1...86_400
    /// The periods that a connector can have (`spec/formats.md`).
    static let periodMinutes = 1...525_600
    /// A day: what is written later than that waits in memory for too long.
    static let disorderSeconds = 1...86_400
    /// A whole.
    static let perMille = 0...1000
    /// Identifiers of methods have at most 63 bytes (`spec/formats.md`).
    static let methodIDBytes = 1...63
}
