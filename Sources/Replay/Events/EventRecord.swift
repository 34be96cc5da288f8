internal import Payments

/// A valid event, parsed but not yet applied: small, and with its texts where they stood. Fields that
/// its type does not list mean nothing.
struct EventRecord: BitwiseCopyable {
    var at: Timestamp
    /// The hash of `payment`.
    var hash: UInt64
    /// Empty for a `clock.advanced`.
    var payment: ByteSlice
    /// The client of a `payment.created`, the attempt of any other event.
    var party: ByteSlice
    /// Of a `gateway.result` it is the whole event, where signatures are looked at (see
    /// `ResultUse`).
    var method: ByteSlice?
    var errorCode: ByteSlice?
    var errorMessage: ByteSlice?
    var id: ByteSlice?
    /// The minor units of a `payment.created`.
    var minorUnits: Int64
    /// The amount of a `payment.attempted`.
    var amount: WrittenAmount?
    /// The 1-based line in the block that it was parsed into (see `ParsedBlock.linesBefore`), or in
    /// the file.
    var line: Int
    /// The input that it stands in.
    var file: Int32
    var type: EventType
    /// Only of a `gateway.result`.
    var outcome: Outcome
    /// Only of a `payment.created`.
    var currency: Currency
}

extension EventRecord {
    /// A record to be filled.
    static var empty: EventRecord {
        EventRecord(
            at: .earliest, hash: 0, payment: .empty, party: .empty, minorUnits: 0, line: 0, file: 0,
            type: .clockAdvanced, outcome: .succeeded, currency: Currency(index: 0))
    }
}
