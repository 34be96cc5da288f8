package import Payments

/// A valid event, parsed but not yet applied: small, and with its texts where they were.
@usableFromInline
package struct EventRecord: BitwiseCopyable {
    package var at: Timestamp
    /// The hash of `payment`.
    package var hash: UInt64 = 0
    /// Empty for a `clock.advanced`.
    package var payment: ByteSlice
    package var id: ByteSlice?
    /// The 1-based line in the block that it was parsed into (see `ParsedBlock.linesBefore`), or in
    /// the file.
    package var line = 0
    /// The input that it is from.
    package var file: Int32 = 0
    package var payload: Payload

    /// What an event of each type says.
    package enum Payload: BitwiseCopyable {
        case created(Created)
        case attempted(Attempted)
        case result(Result)
        case clockAdvanced
    }

    package struct Created: BitwiseCopyable {
        package var client: ByteSlice
        package var method: ByteSlice
        package var minorUnits: Int64
        package var currency: Currency
    }

    package struct Attempted: BitwiseCopyable {
        package var attempt: ByteSlice
        package var method: ByteSlice?
        package var amount: WrittenAmount?
    }

    package struct Result: BitwiseCopyable {
        // First, so that the largest payload has no bits to spare at its end: the tag of the payload
        // then has a byte of its own, and is read and written without a mask.
        package var outcome: Outcome
        package var attempt: ByteSlice
        package var errorCode: ByteSlice?
        package var errorMessage: ByteSlice?
        /// The whole event, where signatures are looked at (see `ResultUse`).
        package var text: ByteSlice?
    }
}

extension EventRecord {
    /// Visits what is not in the head of an encoded event.
    @inline(__always)
    mutating func visit(_ visitor: inout some PartVisitor) {
        visitor.text(&payment)
        visitor.optional(&id)
        switch payload {
        case .created(var created):
            visitor.text(&created.client)
            visitor.text(&created.method)
            visitor.value(&created.minorUnits)
            visitor.value(&created.currency)
            payload = .created(created)
        case .attempted(var attempted):
            visitor.text(&attempted.attempt)
            visitor.optional(&attempted.method)
            visitor.value(&attempted.amount)
            payload = .attempted(attempted)
        case .result(var result):
            visitor.text(&result.attempt)
            visitor.value(&result.outcome)
            visitor.optional(&result.errorCode)
            visitor.optional(&result.errorMessage)
            visitor.optional(&result.text)
            payload = .result(result)
        case .clockAdvanced: break
        }
    }
}

extension EventRecord.Payload {
    /// A payload to be filled.
    static func empty(_ type: EventType) -> EventRecord.Payload {
        switch type {
        case .created:
            .created(
                EventRecord.Created(
                    client: .empty, method: .empty, minorUnits: 0, currency: Currency(index: 0)))
        case .attempted: .attempted(EventRecord.Attempted(attempt: .empty))
        case .result: .result(EventRecord.Result(outcome: .succeeded, attempt: .empty))
        case .clockAdvanced: .clockAdvanced
        }
    }
}

extension EventRecord {
    /// A record to be filled.
    package static var empty: EventRecord {
        EventRecord(at: .earliest, payment: .empty, payload: .clockAdvanced)
    }

    package var type: EventType {
        @inline(__always) get {
            switch payload {
            case .created: .created
            case .attempted: .attempted
            case .result: .result
            case .clockAdvanced: .clockAdvanced
            }
        }
    }
}
