internal import Events
internal import Payments

/// Where an event came from, for the outputs that name it.
struct EventOrigin: BitwiseCopyable {
    let file: Int32
    /// The 1-based line in the file.
    let line: Int
    let id: ByteSlice?
}

/// An anomaly with the event that caused it. The texts live as long as the ledger.
struct AnomalyNote: BitwiseCopyable {
    /// The position of the payment in the ledger.
    let payment: UInt32
    let kind: Anomaly
    let event: EventType
    let rule: Rule
    /// What a result said; nil for other events.
    let outcome: Outcome?
    let attempt: AttemptKey?
    let at: Timestamp
    let origin: EventOrigin
}

/// A step of a payment's trace.
struct StepNote: BitwiseCopyable {
    /// The position of the payment in the ledger.
    let payment: UInt32
    let step: Step
    let displayedError: GatewayError?
    let currency: Currency
    /// Nil for a timer.
    let origin: EventOrigin?
}

/// Notes in the order in which they were made, found by payment: each payment's are a chain.
struct NoteChains: ~Copyable {
    /// For each payment the first note, for each note the next one of the same payment; plus one, 0
    /// for none.
    private var heads: [UInt32]
    private var next: [UInt32]

    /// Makes the chains of `noteCount` notes among `paymentCount` payments.
    init(paymentCount: Int, noteCount: Int, payment: (Int) -> UInt32) {
        heads = noteCount == 0 ? [] : [UInt32](repeating: 0, count: paymentCount)
        next = [UInt32](repeating: 0, count: noteCount)
        for note in stride(from: noteCount - 1, through: 0, by: -1) {
            let payment = Int(payment(note))
            next[note] = heads[payment]
            heads[payment] = UInt32(note + 1)
        }
    }

    /// The first note of a payment.
    @inline(__always)
    func first(of payment: Int) -> Int? { heads.isEmpty ? nil : Self.index(heads[payment]) }

    /// The next note of the same payment.
    @inline(__always)
    func next(after note: Int) -> Int? { Self.index(next[note]) }

    @inline(__always)
    private static func index(_ indexPlusOne: UInt32) -> Int? {
        indexPlusOne == 0 ? nil : Int(indexPlusOne) - 1
    }
}
