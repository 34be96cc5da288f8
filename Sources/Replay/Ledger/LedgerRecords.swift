internal import Payments

/// A payment identifier with what is known of the payment.
struct LedgerEntry {
    var payment = Payment()
    let id: ByteSlice
    /// The time of the latest event that names it.
    var latest: Timestamp
}

/// Where an event came from, for the outputs that name it.
struct EventOrigin {
    let file: Int32
    let line: Int
    let id: ByteSlice?
}

/// An anomaly with the event that caused it. The texts live as long as the ledger.
struct AnomalyRecord {
    let payment: ByteSlice
    let attempt: Symbol?
    let at: Timestamp
    let kind: Anomaly
    let event: EventType
    let rule: Rule
    let origin: EventOrigin
}

/// A step of a payment's trace.
struct StepRecord {
    let payment: ByteSlice
    let step: Step
    let displayedError: GatewayError?
    let currency: Currency
    /// Nil for a timer.
    let origin: EventOrigin?
}
