/// What one event or timer did to a payment.
public struct Step: Sendable, BitwiseCopyable {
    public let at: Timestamp
    public let rule: Rule
    /// Nil where no payment existed.
    public let from: Status?
    /// Nil where no payment exists.
    public let to: Status?
    /// The attempt that the event names, or that expired.
    public let attempt: AttemptKey?
    /// The amount credited to the client's balance, in minor units.
    public let returned: Int64?
    public let anomalies: Anomalies

    /// A step that was taken.
    @inlinable
    package init(
        at: Timestamp, rule: Rule, from: Status?, to: Status?, attempt: AttemptKey?,
        returned: Int64? = nil, anomalies: Anomalies = []
    ) {
        self.at = at
        self.rule = rule
        self.from = from
        self.to = to
        self.attempt = attempt
        self.returned = returned
        self.anomalies = anomalies
    }
}
