internal import Documents
internal import Payments
internal import SourceText
internal import Stories

/// Compares what a scenario expects with what happened.
struct Comparison {
    private let start: Timestamp
    private let book: StoryBook
    private let balances: BalancesOverTime
    private let anomalies: AnomaliesOverTime
    /// Where the stories are that were asked for, by payment.
    private var cursors: [ExactText: StoryCursor] = [:]
    /// Of the expectation that is being checked.
    private var failures: [FailedExpectation] = []

    init(_ book: StoryBook, from start: Timestamp) {
        self.book = book
        self.start = start
        balances = BalancesOverTime(book.returns())
        anomalies = AnomaliesOverTime(book.anomalies())
    }

    /// What is not as expected, in the order of the expectations.
    ///
    /// They are checked in the order of their times, so that no event is applied more than once.
    mutating func failures(of expectations: [Expectation]) -> [FailedExpectation] {
        let order = expectations.indices.sorted {
            (expectations[$0].at ?? .latest, $0) < (expectations[$1].at ?? .latest, $1)
        }
        var found: [(index: Int, failures: [FailedExpectation])] = []
        for index in order {
            check(expectations[index])
            if !failures.isEmpty { found.append((index, failures)) }
            failures = []
        }
        return found.sorted { $0.index < $1.index }.flatMap(\.failures)
    }

    /// The payment of a story at a time that is not before any that was asked for; nil: at the end.
    private mutating func reached(_ story: Story, at time: Timestamp?) -> Payment {
        guard let time else { return story.last }
        // Nothing else may refer to its attempts while the cursor changes them.
        let key = ExactText(story.payment)
        return cursors[key, default: StoryCursor(story)].payment(at: time)
    }

    private mutating func check(_ expectation: Expectation) {
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
        let payment = reached(story, at: time)
        var steps = StepsOnce { [start] in StepLines.last(of: story, upTo: time, from: start) }
        if !wanted.fields.isEmpty || !wanted.attempts.isEmpty {
            guard let state = story.state(payment, attempts: wanted.attempts.map(\.attempt))
            else {
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
        let happened = story.steps.prefix(story.stepCount(upTo: time)).lazy.map(\.step.rule)
        var rest = happened[...]
        for (position, rule) in wanted.enumerated() {
            if let index = rest.firstIndex(of: rule) {
                rest = rest[(index + 1)...]
                continue
            }
            let element = node.elements.dropFirst(position).first { _ in true } ?? node
            return fail(
                "`rules` of \(payment)\(when(time))",
                LongList.text(wanted.lazy.map(\.name), count: wanted.count),
                LongList.text(happened.lazy.map(\.name), count: happened.count), element,
                steps.take())
        }
    }

    // MARK: Balances and anomalies

    private mutating func check(_ wanted: BalanceExpectation, _ expectation: Expectation) {
        let account = Account(client: ExactText(wanted.client), currency: wanted.currency)
        let sum = balances.sum(account, upTo: expectation.at)
        let balance = AmountText.string(sum, in: wanted.currency)
        guard !ByteOrder.equal(balance, wanted.balance) else { return }
        fail(
            "the balance of client `\(wanted.client)` in \(wanted.currency.code)"
                + when(expectation.at), "\"\(wanted.balance)\"", "\"\(balance)\"", wanted.node, [])
    }

    private mutating func check(_ wanted: [ExpectedAnomaly], _ time: Timestamp?, _ node: Node) {
        let found = anomalies.upTo(time)
        guard !Self.areSame(wanted[...], found) else { return }
        fail(
            "the list of anomalies" + when(time), Self.text(wanted[...]), Self.text(found), node, []
        )
    }

    private static func areSame(
        _ wanted: ArraySlice<ExpectedAnomaly>, _ found: ArraySlice<ExpectedAnomaly>
    ) -> Bool {
        wanted.count == found.count && counts(wanted) == counts(found)
    }

    private static func counts(
        _ anomalies: ArraySlice<ExpectedAnomaly>
    ) -> [ExpectedAnomaly: Int] {
        anomalies.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The first ones, sorted.
    private static func text(_ anomalies: ArraySlice<ExpectedAnomaly>) -> String {
        let texts = anomalies.prefix(LongList.mostItems).map { "\($0.kind.name) of \($0.payment)" }
        return LongList.text(texts.sorted(by: ByteOrder.precedes), count: anomalies.count)
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
