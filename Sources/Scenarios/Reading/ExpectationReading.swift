internal import Configuration
internal import Documents
internal import Payments
internal import SourceText

/// Reads what a scenario expects; its structure has been checked.
struct ExpectationReading {
    private(set) var times: TimeReading
    private(set) var diagnostics: [Diagnostic] = []

    init(_ times: TimeReading) {
        self.times = times
    }

    mutating func expectations(_ list: Node) -> [Expectation] {
        list.elements.compactMap { expectation($0) }
    }

    private mutating func expectation(_ node: Node) -> Expectation? {
        let at = node["at"]
        let time = at.flatMap { times.instant($0) }
        guard at == nil || time != nil, let subject = subject(node) else { return nil }
        return Expectation(node: node, at: time, subject: subject)
    }

    private mutating func subject(_ node: Node) -> Expectation.Subject? {
        if let payment = node["payment"]?.string { return .payment(expectation(node, payment)) }
        if let client = node["client"]?.string { return balance(node, client) }
        guard let list = node["anomalies"] else { return nil }
        let anomalies = list.elements.compactMap { element -> ExpectedAnomaly? in
            guard let kind = Anomaly.allCases.first(where: { named($0.name, element["kind"]) }),
                let payment = element["payment"]?.string
            else { return nil }
            return ExpectedAnomaly(kind: kind, payment: payment)
        }
        return .anomalies(anomalies, list)
    }

    private mutating func expectation(_ node: Node, _ payment: String) -> PaymentExpectation {
        let attempts = node["attempts"].map { list in
            list.members.map { member in
                ExpectedAttempt(
                    attempt: member.name, node: member.key,
                    fields: fields(member.value, AttemptField.allCases) { $0.kind })
            }
        }
        let rules = node["rules"].map { list in
            (
                list: list.elements.compactMap { element in
                    Rule.allCases.first { named($0.name, element) }
                }, node: list
            )
        }
        return PaymentExpectation(
            payment: payment, fields: fields(node, PaymentField.allCases) { $0.kind },
            attempts: attempts ?? [], rules: rules)
    }

    private mutating func balance(_ node: Node, _ client: String) -> Expectation.Subject? {
        guard let code = node["currency"], let balance = node["balance"] else { return nil }
        guard let currency = Currency(code: code.string ?? "") else {
            diagnostics.append(.noCurrency(code))
            return nil
        }
        return .balance(
            BalanceExpectation(
                client: client, currency: currency, balance: balance.string ?? "", node: balance))
    }

    /// The fields of `node` in their order there.
    private mutating func fields<Field: RawRepresentable<String> & Sendable>(
        _ node: Node, _ all: [Field], _ kind: (Field) -> FieldKind
    ) -> [ExpectedField<Field>] {
        node.members.compactMap { member in
            guard let field = all.first(where: { named($0.rawValue, member.key) }),
                let value = value(member.value, kind(field))
            else { return nil }
            return ExpectedField(field: field, value: value, node: member.value)
        }
    }

    private mutating func value(_ node: Node, _ kind: FieldKind) -> ExpectedValue? {
        if node.kind == .null { return ExpectedValue.none }
        switch kind {
        case .text: return node.string.map(ExpectedValue.text)
        case .truth: return node.boolean.map(ExpectedValue.truth)
        case .time: return times.instant(node).map(ExpectedValue.time)
        case .error: return .error(code: part(node["code"]), message: part(node["message"]))
        case .currency:
            if Currency(code: node.string ?? "") == nil { diagnostics.append(.noCurrency(node)) }
            return node.string.map(ExpectedValue.text)
        }
    }

    private func part(_ node: Node?) -> ExpectedValue.Part {
        node.map { .exactly($0.string) } ?? .any
    }

    private func named(_ name: String, _ node: Node?) -> Bool { node?.hasText(name) ?? false }
}

/// What kind of value a field has.
private enum FieldKind {
    case text, truth, time, error, currency
}

extension PaymentField {
    fileprivate var kind: FieldKind {
        switch self {
        case .client, .method, .connector, .amount, .status, .paidBy: .text
        case .currency: .currency
        case .createdAt, .changedAt: .time
        case .displayedError: .error
        }
    }
}

extension AttemptField {
    fileprivate var kind: FieldKind {
        switch self {
        case .method, .connector, .amount, .outcome: .text
        case .startedAt, .deadline, .expiredAt, .resultAt: .time
        case .late, .returned: .truth
        case .error: .error
        }
    }
}

extension Diagnostic {
    fileprivate static func noCurrency(_ node: Node) -> Diagnostic {
        Diagnostic(
            DiagnosticCode.currencyUnknown,
            "there is no ISO 4217 currency with this code that has a minor unit", at: node,
            hint: "an ISO 4217 code in capital letters, such as EUR")
    }
}
