package import Payments

/// A valid event, parsed but not yet applied: small, and with its texts where they stood. Fields that
/// its type does not list mean nothing.
@usableFromInline
package struct EventRecord: BitwiseCopyable {
    package var at: Timestamp
    /// The hash of `payment`.
    package var hash: UInt64
    /// Empty for a `clock.advanced`.
    package var payment: ByteSlice
    /// The client of a `payment.created`, the attempt of any other event.
    package var party: ByteSlice
    /// Of a `gateway.result` it is the whole event, where signatures are looked at (see
    /// `ResultUse`).
    package var method: ByteSlice?
    package var errorCode: ByteSlice?
    package var errorMessage: ByteSlice?
    package var id: ByteSlice?
    /// The minor units of a `payment.created`.
    package var minorUnits: Int64
    /// The amount of a `payment.attempted`.
    package var amount: WrittenAmount?
    /// The 1-based line in the block that it was parsed into (see `ParsedBlock.linesBefore`), or in
    /// the file.
    package var line: Int
    /// The input that it stands in.
    package var file: Int32
    package var type: EventType
    /// Only of a `gateway.result`.
    package var outcome: Outcome
    /// Only of a `payment.created`.
    package var currency: Currency
}

extension EventRecord {
    /// A record to be filled.
    package static var empty: EventRecord {
        EventRecord(
            at: .earliest, hash: 0, payment: .empty, party: .empty, minorUnits: 0, line: 0, file: 0,
            type: .clockAdvanced, outcome: .succeeded, currency: Currency(index: 0))
    }
}
