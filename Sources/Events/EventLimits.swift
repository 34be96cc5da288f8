/// The bounds of events, each with its reason.
enum EventLimits {
    /// The largest event, in bytes: its texts are counted in 32 bits. Nobody writes one of a gigabyte.
    static let eventBytes = 1 << 30
}
