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

    // Optional parts are constants, which have no default: whoever makes a payload gives all of them.

    package struct Created: BitwiseCopyable {
        package let client: ByteSlice
        package let method: ByteSlice
        package let minorUnits: Int64
        package let currency: Currency
    }

    package struct Attempted: BitwiseCopyable {
        package let attempt: ByteSlice
        package let method: ByteSlice?
        package let amount: WrittenAmount?
    }

    package struct Result: BitwiseCopyable {
        // First, so that the largest payload has no bits to spare at its end: the tag of the payload
        // then has a byte of its own, and is read and written without a mask.
        package let outcome: Outcome
        package let attempt: ByteSlice
        package let errorCode: ByteSlice?
        package let errorMessage: ByteSlice?
        /// The whole event, where signatures are looked at (see `ResultUse`).
        package var text: ByteSlice?
    }
}

extension EventRecord {
    /// Visits what is not in the head of an encoded event. Each payload is made again from its parts, so
    /// that leaving one out does not compile.
    @inline(__always)
    mutating func visit(_ visitor: inout some PartVisitor) {
        payment = visitor.text(payment)
        id = visitor.optional(id)
        switch payload {
        case .created(let created):
            payload = .created(
                Created(
                    client: visitor.text(created.client), method: visitor.text(created.method),
                    minorUnits: visitor.value(created.minorUnits),
                    currency: visitor.value(created.currency)))
        case .attempted(let attempted):
            payload = .attempted(
                Attempted(
                    attempt: visitor.text(attempted.attempt),
                    method: visitor.optional(attempted.method),
                    amount: visitor.value(attempted.amount)))
        case .result(let result):
            payload = .result(
                Result(
                    outcome: visitor.value(result.outcome), attempt: visitor.text(result.attempt),
                    errorCode: visitor.optional(result.errorCode),
                    errorMessage: visitor.optional(result.errorMessage),
                    text: visitor.optional(result.text)))
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
        case .attempted:
            .attempted(EventRecord.Attempted(attempt: .empty, method: nil, amount: nil))
        case .result:
            .result(
                EventRecord.Result(
                    outcome: .succeeded, attempt: .empty, errorCode: nil, errorMessage: nil))
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
