import Payments
import Testing

@Suite("A refused result")
struct RefusedResultTests {
    private static let attempt = AttemptKey(rawValue: 1)
    private static let methods = MethodTable([
        Method(connector: 0, periodMinutes: 15, isActive: true, currencies: nil)
    ])

    private static func at(_ minutes: Int64) -> Timestamp {
        Timestamp(nanoseconds: 1_767_600_000_000_000_000 + minutes * 60_000_000_000)
    }

    private static func payment(attempts: Int) throws -> Payment {
        var payment = Payment()
        let method = Symbol(rawValue: 0)
        let creation = PaymentEvent(
            at: at(0),
            action: .created(
                client: Symbol(rawValue: 9), method: method, amount: 100,
                currency: try #require(Currency(code: "EUR"))))
        _ = payment.apply(creation, methods: methods)
        for number in 0..<attempts {
            let start = PaymentEvent(
                at: at(1),
                action: .attempted(
                    attempt: AttemptKey(rawValue: UInt64(number + 1)), method: nil, amount: nil))
            _ = payment.apply(start, methods: methods)
        }
        return payment
    }

    private static func stepOfUnsignedResult(
        at minute: Int64, of payment: inout Payment
    ) -> Step? {
        var last: Step?
        StateMachine.real.take(
            PaymentEvent(at: at(minute), action: .succeeded(attempt: attempt)), on: &payment,
            methods: methods, isSigned: { _ in false }, didStep: { step, _, _ in last = step })
        return last
    }

    @Test("says what is unknown before it says anything about the signature")
    func order() throws {
        let payments = try [
            Payment(), Self.payment(attempts: 0), Self.payment(attempts: 1),
        ]
        let steps = try payments.map { payment in
            var payment = payment
            return try #require(Self.stepOfUnsignedResult(at: 2, of: &payment))
        }
        #expect(
            steps.map(\.anomalies.list) == [
                [.unknownPayment], [.unknownAttempt], [.invalidSignature],
            ])
        for step in steps {
            #expect(step.rule == .notApplied && step.from == step.to && step.returned == nil)
            #expect(step.attempt == Self.attempt && step.at == Self.at(2))
        }
        #expect(steps.map(\.from) == [nil, .waiting, .processing])
    }

    @Test("leaves the timer as it is")
    func timer() throws {
        var payment = try Self.payment(attempts: 1)
        let step = Self.stepOfUnsignedResult(at: 16, of: &payment)
        #expect(step?.rule == .notApplied)
        #expect(payment.timer == Self.at(16))
        #expect(payment.attempt(Self.attempt)?.outcome == nil)
        #expect(payment.expire(upTo: Self.at(16))?.rule == .periodExpired)
    }

    @Test("finds the attempt among few and many")
    func attempts() throws {
        for count in [1, 2, 40] {
            let payment = try Self.payment(attempts: count)
            let last = AttemptKey(rawValue: UInt64(count))
            #expect(payment.attempt(last)?.id == last)
            #expect(payment.attempt(AttemptKey(rawValue: 99)) == nil)
        }
    }
}
