internal import Payments

/// A valid event, parsed but not yet applied: small, and with its texts where they stood.
struct EventRecord {
    var at: Timestamp
    var type: EventType
    /// Only of a `gateway.result`.
    var outcome: Outcome = .succeeded
    /// Only of a `payment.created`.
    var currency = Currency(index: 0)
    var file: Int32 = 0
    /// The 1-based line in the block that it was parsed into (see `ParsedBlock.linesBefore`).
    var line = 0
    /// The hash of `payment`.
    var hash: UInt64 = 0
    /// Nil for a `clock.advanced`.
    var payment: ByteSlice?
    var client: ByteSlice?
    var attempt: ByteSlice?
    var method: ByteSlice?
    var amount: WrittenAmount?
    var errorCode: ByteSlice?
    var errorMessage: ByteSlice?
    var id: ByteSlice?
}
