import Documents
import Payments
import TestSupport
import Testing

@Suite("The state machine")
struct StateMachineTests {
    @Test("lists each anomaly of a set, in the order of the table")
    func anomalySets() {
        let all = Anomaly.allCases.reduce(into: Anomalies()) { $0.insert(Anomalies($1)) }
        #expect(all.list == Anomaly.allCases)
        for anomaly in Anomaly.allCases { #expect(Anomalies(anomaly).list == [anomaly]) }
    }

    @Test("does what every example of the normative table says", arguments: RuleExamples.all)
    func example(example: RuleExamples.Example) throws {
        var (replay, payment) = (try ExampleReplay(), Payment())
        for event in example.events { try replay.apply(event, to: &payment) }
        let step = try #require(replay.steps.last)
        let expected = example.expected
        #expect(step.rule.name == expected["rule"]?.string)
        #expect(step.from?.name == expected["from"]?.string)
        #expect(step.to?.name == expected["to"]?.string)
        #expect(
            (payment.displayedError != nil) == (expected["displayedError"]?.string != nil))
        let returned = step.returned.map {
            AmountText.string(Int128($0), in: payment.currency)
        }
        #expect(returned == expected["returned"]?.string)
        let anomalies = expected["anomalies"].map { $0.elements.compactMap(\.string) } ?? []
        #expect(step.anomalies.list.map(\.name) == anomalies)
    }

    @Test("has in its table every rule and every anomaly, each with an example, and no other")
    func completeness() throws {
        let rules = try #require(RuleExamples.table["rules"]).elements
        #expect(Set(rules.compactMap { $0["rule"]?.string }) == Set(Rule.allCases.map(\.name)))
        #expect(rules.allSatisfy { ($0["examples"]?.count ?? 0) > 0 })
        let anomalies = try #require(RuleExamples.table["anomalies"]).elements
        #expect(anomalies.compactMap { $0["kind"]?.string } == Anomaly.allCases.map(\.name))
        let bare = anomalies.filter { $0["examples"]?.count == 0 }.compactMap { $0["kind"]?.string }
        #expect(bare == [Anomaly.invalidSignature.name])
    }

    @Test("lists the same invariants, in the same words, as its table")
    func invariants() throws {
        let rows = try #require(RuleExamples.table["invariants"]).elements
        #expect(rows.compactMap { $0["invariant"]?.string } == Invariant.allCases.map(\.name))
        #expect(rows.compactMap { $0["sentence"]?.string } == Invariant.allCases.map(\.sentence))
    }
}

@Suite("Invariants")
struct InvariantTests {
    @Test("hold after every step of random lives", arguments: 0..<40)
    func randomLives(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let violated = RandomLife.violation(using: &random)
            #expect(violated == nil, "seed \(seed): \(violated?.sentence ?? "")")
        }
    }

    @Test(
        "are violated by a life that runs backwards, loses its payer, or forgets what it returned")
    func canFail() {
        var payment = Payment()
        _ = RandomLife.create(&payment)
        let waiting = payment
        _ = RandomLife.apply(
            1, .attempted(attempt: RandomLife.a, method: nil, amount: nil), &payment)
        _ = RandomLife.apply(
            2, .attempted(attempt: RandomLife.b, method: nil, amount: nil), &payment)
        let paid = RandomLife.apply(3, .succeeded(attempt: RandomLife.b), &payment)
        let completed = payment
        let returned = RandomLife.apply(4, .succeeded(attempt: RandomLife.a), &payment)
        let backwards: [(Invariant, Payment, Step, Payment)] = [
            (.completedStaysCompleted, completed, paid, waiting),
            (.atMostOnePaidBy, completed, paid, waiting),
            (.returnedAtMostOnce, payment, returned, payment),
        ]
        for (invariant, before, step, after) in backwards {
            #expect(!invariant.holds(from: before, by: step, to: after), "\(invariant.name)")
        }
        for invariant in Invariant.allCases {
            #expect(invariant.holds(from: waiting, by: paid, to: completed), "\(invariant.name)")
            #expect(
                invariant.holds(from: completed, by: returned, to: payment), "\(invariant.name)")
        }
    }
}

/// Random events around deadlines, with few attempts, so that everything meets everything.
enum RandomLife {
    static let methods = MethodTable([
        Method(connector: 0, periodMinutes: 15, isActive: true, currencies: nil),
        Method(connector: 0, periodMinutes: nil, isActive: true, currencies: nil),
        Method(connector: 1, periodMinutes: 1, isActive: false, currencies: nil),
    ])

    static let a = AttemptKey(rawValue: 10)
    static let b = AttemptKey(rawValue: 11)

    /// Applies an event at a minute, after the timers that are due.
    static func apply(
        _ minute: Int64, _ action: PaymentEvent.Action, _ payment: inout Payment
    ) -> Step {
        let at = Timestamp(nanoseconds: minute * 60_000_000_000)
        let event = PaymentEvent(at: at, action: action)
        var last: Step?
        StateMachine.real.take(
            event, on: &payment, methods: methods, didStep: { step, _, _ in last = step })
        return last ?? payment.apply(event, methods: methods)
    }

    static func create(_ payment: inout Payment) -> Step {
        payment.apply(
            PaymentEvent(
                at: Timestamp(nanoseconds: 0),
                action: .created(
                    client: Symbol(rawValue: 5), method: Symbol(rawValue: 0), amount: 1000,
                    currency: Currency(index: 0))),
            methods: methods)
    }

    /// The first invariant that a random sequence of events breaks.
    static func violation(using random: inout SeededGenerator) -> Invariant? {
        var (payment, before) = (Payment(), Payment())
        var violated: Invariant?
        var minute: Int64 = 0
        for _ in 0..<12 {
            minute += [0, 0, 1, 14, 15, 16].randomElement(using: &random) ?? 0
            let at = Timestamp(nanoseconds: minute * 60_000_000_000)
            let event = PaymentEvent(at: at, action: action(using: &random))
            StateMachine.real.take(
                event, on: &payment, methods: methods,
                willStep: { payment, _ in before = payment },
                didStep: { step, payment, _ in
                    violated = violated ?? broken(before, step, payment)
                })
            if violated != nil { return violated }
        }
        before = payment
        StateMachine.real.close(
            &payment, at: .latest,
            didStep: { step, payment, _ in violated = broken(before, step, payment) })
        return violated
    }

    private static func broken(_ before: Payment, _ step: Step, _ after: Payment) -> Invariant? {
        Invariant.allCases.first { !$0.holds(from: before, by: step, to: after) }
    }

    private static func action(using random: inout SeededGenerator) -> PaymentEvent.Action {
        let attempt = AttemptKey(rawValue: UInt64.random(in: 10...12, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1:
            return .created(
                client: Symbol(rawValue: 5), method: Symbol(rawValue: 0), amount: 1000,
                currency: Currency(index: 0))
        case 2, 3:
            let method = UInt32.random(in: 0...3, using: &random)
            let text = Array(["10.00", "9.99", "0.01"][Int.random(in: 0..<3, using: &random)].utf8)
            let amount = text.withUnsafeBufferPointer { WrittenAmount($0, spelling: .string) }
            return .attempted(attempt: attempt, method: Symbol(rawValue: method), amount: amount)
        case 4, 5: return .succeeded(attempt: attempt)
        default:
            return .failed(attempt: attempt, error: GatewayError(code: nil, message: nil))
        }
    }
}
