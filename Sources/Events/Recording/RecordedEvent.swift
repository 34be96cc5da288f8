public import Payments

/// An event as it was recorded (`spec/formats.md`), with its texts: for callers that look at few of
/// them. A replay works on `EventRecord`s.
public struct RecordedEvent: Sendable {
    public var at: Timestamp
    /// Nil for a `clock.advanced`.
    public var payment: String?
    public var action: Action
    /// The event's own identifier, which is only carried along.
    public var id: String?
    /// The input as it was given, and the 1-based line in it.
    public var file: String
    public var line: Int
    /// Of a result, what is signed of it; nil where the request that it was read for has no keys.
    public var signed: SignedResult?

    public enum Action: Sendable, Equatable {
        /// `amount` in minor units of `currency`.
        case created(client: String, method: String, amount: Int64, currency: Currency)
        /// Without a method or an amount, the payment's.
        case attempted(attempt: String, method: String?, amount: WrittenAmount?)
        case succeeded(attempt: String)
        case failed(attempt: String, error: ErrorText)
        case clockAdvanced
    }

    public init(
        at: Timestamp, payment: String?, action: Action, id: String? = nil, file: String = "",
        line: Int = 0
    ) {
        self.at = at
        self.payment = payment
        self.action = action
        self.id = id
        self.file = file
        self.line = line
    }
}

extension RecordedEvent {
    /// The `type` in every input and output.
    public var type: String { "\(eventType.name)" }

    /// The attempt that it names, if it names one.
    public var attempt: String? {
        switch action {
        case .created, .clockAdvanced: nil
        case .attempted(let attempt, _, _), .succeeded(let attempt), .failed(let attempt, _):
            attempt
        }
    }

    /// What it says, if it is a result.
    public var outcome: Outcome? {
        switch action {
        case .created, .attempted, .clockAdvanced: nil
        case .succeeded: .succeeded
        case .failed: .failed
        }
    }

    private var eventType: EventType {
        switch action {
        case .created: .created
        case .attempted: .attempted
        case .succeeded, .failed: .result
        case .clockAdvanced: .clockAdvanced
        }
    }

    /// The event that `record` is, with copies of its texts.
    package init(_ record: EventRecord, file: String, line: Int) {
        self.init(
            at: record.at, payment: record.type == .clockAdvanced ? nil : record.payment.string,
            action: Action(record.payload), id: record.id?.string, file: file, line: line)
    }
}

extension RecordedEvent.Action {
    fileprivate init(_ payload: EventRecord.Payload) {
        switch payload {
        case .created(let created):
            self = .created(
                client: created.client.string, method: created.method.string,
                amount: created.minorUnits, currency: created.currency)
        case .attempted(let attempted):
            self = .attempted(
                attempt: attempted.attempt.string, method: attempted.method?.string,
                amount: attempted.amount)
        case .result(let result) where result.outcome == .succeeded:
            self = .succeeded(attempt: result.attempt.string)
        case .result(let result):
            self = .failed(
                attempt: result.attempt.string,
                error: ErrorText(
                    code: result.errorCode?.string, message: result.errorMessage?.string))
        case .clockAdvanced: self = .clockAdvanced
        }
    }
}

extension [RecordedEvent] {
    /// In the order in which they apply: by time, and as they come where times are equal.
    public func inOrder() -> [RecordedEvent] {
        let isInOrder = zip(self, dropFirst()).allSatisfy { $0.at <= $1.at }
        if isInOrder { return self }
        return enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}
