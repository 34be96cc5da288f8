internal import Events
internal import Payments
internal import Stories

/// The fields of a payment that an expectation can name, besides its attempts.
enum PaymentField: String, CaseIterable, Sendable {
    case client, method, connector, amount, currency, status, createdAt, changedAt, paidBy
    case displayedError
}

/// The fields of an attempt that an expectation can name.
enum AttemptField: String, CaseIterable, Sendable {
    case method, connector, amount, startedAt, deadline, expiredAt, outcome, resultAt, late
    case returned, error
}

/// A field's value as it turned out.
enum StateValue: Sendable, Equatable {
    case none
    case text(String)
    case time(Timestamp)
    case truth(Bool)
    case error(ErrorText)

    init(_ text: String?) { self = text.map(StateValue.text) ?? .none }
    init(_ time: Timestamp?) { self = time.map(StateValue.time) ?? .none }
    init(_ error: ErrorText?) { self = error.map(StateValue.error) ?? .none }
}

extension PaymentState {
    subscript(field: PaymentField) -> StateValue {
        switch field {
        case .client: StateValue(client)
        case .method: StateValue(method)
        case .connector: StateValue(connector)
        case .amount: StateValue(amount)
        case .currency: StateValue(currency)
        case .status: StateValue(status.name)
        case .createdAt: StateValue(createdAt)
        case .changedAt: StateValue(changedAt)
        case .paidBy: StateValue(paidBy)
        case .displayedError: StateValue(displayedError)
        }
    }
}

extension AttemptState {
    subscript(field: AttemptField) -> StateValue {
        switch field {
        case .method: StateValue(method)
        case .connector: StateValue(connector)
        case .amount: StateValue(amount)
        case .startedAt: StateValue(startedAt)
        case .deadline: StateValue(deadline)
        case .expiredAt: StateValue(expiredAt)
        case .outcome: StateValue(outcome?.name)
        case .resultAt: StateValue(resultAt)
        case .late: .truth(late)
        case .returned: .truth(returned)
        case .error: StateValue(error)
        }
    }
}
