/// An event that has been decided upon and waits to be written. There can be many, so it is small;
/// the rest of its text follows from the payment's number and its own.
struct ScheduledEvent {
    enum Kind: UInt8 {
        case created, attempted, succeeded, failed
    }

    /// When it is written, in milliseconds since the start.
    var dueMilliseconds: Int64
    /// Its number in the order of writing; 0 until it is written. Events sent again keep theirs.
    var id: UInt32 = 0
    /// The number of its payment.
    var payment: UInt32
    /// How much later than it happened it is written.
    var latenessMilliseconds: UInt32
    /// When it is sent again after it was written: nil never, 0 at once and as it was.
    var repeatMilliseconds: UInt32?
    var kind: Kind
    /// The number of the attempt within its payment; 0 where the payment is created.
    var attempt: UInt8

    /// When it happened, in milliseconds since the start.
    var atMilliseconds: Int64 { dueMilliseconds - Int64(latenessMilliseconds) }
}
