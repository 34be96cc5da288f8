internal import Documents
internal import Payments
internal import SourceText
internal import Stories

/// Compares what a scenario expects with what happened.
struct Comparison {
    private let start: Timestamp
    private let book: StoryBook
    /// What was returned to each client.
    private let returns: [Account: [ReturnedMoney]]
    private(set) var failures: [FailedExpectation] = []

    init(_ book: StoryBook, from start: Timestamp) {
        self.book = book
        self.start = start
        returns = Dictionary(grouping: book.returns()) {
            Account(client: ExactText($0.client), currency: $0.currency)
        }
    }

    mutating func check(_ expectation: Expectation) {
        switch expectation.subject {
        case .payment(let payment): check(payment, expectation)
        case .balance(let balance): check(balance, expectation)
        case .anomalies(let anomalies, let node): check(anomalies, expectation.at, node)
        }
    }

    // MARK: Payments

    private mutating func check(_ wanted: PaymentExpectation, _ expectation: Expectation) {
        guard let story = book.story(of: wanted.payment) else {
            preconditionFailure("events name the payments of expectations")
        }
        let time = expectation.at
        let name = "payment `\(wanted.payment)`"
        let payment = time.map(story.payment) ?? story.last
        var steps = StepsOnce { [start] in StepLines.last(of: story, upTo: time, from: start) }
        if !wanted.fields.isEmpty || !wanted.attempts.isEmpty {
            guard let state = story.state(payment) else {
                return fail(
                    name + when(time), "it exists", "it has not been created", expectation.node,
                    steps.take())
            }
            for field in wanted.fields where !field.value.matches(state[field.field]) {
                fail(
                    "`\(field.field.rawValue)` of \(name)\(when(time))", field.value,
                    state[field.field], field.node, steps.take())
            }
            let attempts = wanted.attempts.isEmpty ? [:] : Self.attempts(of: state)
            for attempt in wanted.attempts { check(attempt, among: attempts, name, time, &steps) }
        }
        if let rules = wanted.rules {
            check(rules.list, rules.node, of: story, name, time, &steps)
        }
    }

    private static func attempts(of state: PaymentState) -> [ExactText: AttemptState] {
        state.attempts.reduce(into: [:]) { $0[ExactText($1.attempt)] = $1 }
    }

    private mutating func check(
        _ wanted: ExpectedAttempt, among attempts: [ExactText: AttemptState], _ payment: String,
        _ time: Timestamp?, _ steps: inout StepsOnce
    ) {
        let name = "attempt `\(wanted.attempt)` of \(payment)"
        guard let attempt = attempts[ExactText(wanted.attempt)] else {
            return fail(
                name + when(time), "it was started", "it was not", wanted.node, steps.take())
        }
        for field in wanted.fields where !field.value.matches(attempt[field.field]) {
            fail(
                "`\(field.field.rawValue)` of \(name)\(when(time))", field.value,
                attempt[field.field], field.node, steps.take())
        }
    }

    /// All of `wanted` must have happened in this order, others perhaps between them.
    private mutating func check(
        _ wanted: [Rule], _ node: Node, of story: Story, _ payment: String, _ time: Timestamp?,
        _ steps: inout StepsOnce
    ) {
        let happened = story.steps.prefix(story.stepCount(upTo: time)).map(\.step.rule)
        var rest = happened[...]
        for (position, rule) in wanted.enumerated() {
            if let index = rest.firstIndex(of: rule) {
                rest = rest[(index + 1)...]
                continue
            }
            let element = node.elements.dropFirst(position).first { _ in true } ?? node
            return fail(
                "`rules` of \(payment)\(when(time))",
                wanted.map(\.name).joined(separator: ", "),
                happened.isEmpty ? "none" : happened.map(\.name).joined(separator: ", "), element,
                steps.take())
        }
    }

    // MARK: Balances and anomalies

    private mutating func check(_ wanted: BalanceExpectation, _ expectation: Expectation) {
        let account = Account(client: ExactText(wanted.client), currency: wanted.currency)
        let sum = (returns[account] ?? []).reduce(Int128(0)) { sum, entry in
            let isSeen = expectation.at.map { entry.at <= $0 } ?? true
            return isSeen ? sum + Int128(entry.amount) : sum
        }
        let balance = AmountText.string(sum, in: wanted.currency)
        guard !ByteOrder.equal(balance, wanted.balance) else { return }
        fail(
            "the balance of client `\(wanted.client)` in \(wanted.currency.code)"
                + when(expectation.at), "\"\(wanted.balance)\"", "\"\(balance)\"", wanted.node, [])
    }

    private mutating func check(_ wanted: [ExpectedAnomaly], _ time: Timestamp?, _ node: Node) {
        let found = book.anomalies(upTo: time).map {
            ExpectedAnomaly(kind: $0.kind, payment: $0.payment)
        }
        guard Self.counts(wanted) != Self.counts(found) else { return }
        fail(
            "the list of anomalies" + when(time), Self.text(wanted), Self.text(found), node, [])
    }

    private static func counts(_ anomalies: [ExpectedAnomaly]) -> [ExpectedAnomaly: Int] {
        anomalies.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func text(_ anomalies: [ExpectedAnomaly]) -> String {
        let texts = anomalies.map { "\($0.kind.name) of \($0.payment)" }
        return texts.isEmpty ? "none" : texts.sorted(by: ByteOrder.precedes).joined(separator: ", ")
    }

    // MARK: Failures

    private mutating func fail(
        _ subject: String, _ expected: ExpectedValue, _ actual: StateValue, _ node: Node,
        _ steps: [String]
    ) {
        fail(subject, expected.text(from: start), actual.text(from: start), node, steps)
    }

    private mutating func fail(
        _ subject: String, _ expected: String, _ actual: String, _ node: Node, _ steps: [String]
    ) {
        failures.append(
            FailedExpectation(
                subject: subject, expected: expected, actual: actual, node: node, steps: steps))
    }

    private func when(_ time: Timestamp?) -> String {
        time.map { " at \(Offset.text($0, from: start))" } ?? ""
    }
}

/// Whose balance, in which currency.
struct Account: Hashable {
    let client: ExactText
    let currency: Currency
}

/// Steps that are shown with the first failure of an expectation, and not again with the next.
private struct StepsOnce {
    private var steps: (() -> [String])?

    init(_ steps: @escaping () -> [String]) {
        self.steps = steps
    }

    mutating func take() -> [String] {
        defer { steps = nil }
        return steps?() ?? []
    }
}
