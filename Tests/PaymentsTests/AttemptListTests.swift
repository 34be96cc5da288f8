import Payments
import TestSupport
import Testing

@Suite("The attempts of a payment")
struct AttemptListTests {
    private static let methods = MethodTable([
        Method(connector: 0, periodMinutes: 15, isActive: true, currencies: nil)
    ])

    private static func apply(
        _ action: PaymentEvent.Action, at second: Int64, to payment: inout Payment
    ) {
        let time = Timestamp(nanoseconds: 1_767_600_000_000_000_000 + second * 1_000_000_000)
        _ = payment.apply(PaymentEvent(at: time, action: action), methods: methods)
    }

    private static func attempt(_ number: Int) -> PaymentEvent.Action {
        .attempted(attempt: key(number), method: nil, amount: nil)
    }

    private static func key(_ number: Int) -> AttemptKey { AttemptKey(rawValue: UInt64(number)) }

    @Test("are found, changed and kept apart from those of a copy", arguments: 1...40)
    func copies(count: Int) throws {
        var payment = Payment()
        Self.apply(
            .created(
                client: Symbol(rawValue: 9), method: Symbol(rawValue: 0), amount: 100,
                currency: try #require(Currency(code: "EUR"))), at: 0, to: &payment)
        for number in 0..<count { Self.apply(Self.attempt(number), at: 1, to: &payment) }
        let before = Array(payment.attempts)
        #expect(before.map(\.id) == (0..<count).map(Self.key))

        // Each copy has one change more than the one before.
        var copies = [payment]
        for number in 0..<count {
            var copy = try #require(copies.last)
            Self.apply(
                .failed(attempt: Self.key(number), error: GatewayError(code: nil, message: nil)),
                at: 2, to: &copy)
            copies.append(copy)
        }
        for (changed, copy) in copies.enumerated() {
            let outcomes = copy.attempts.map(\.outcome)
            #expect(outcomes == (0..<count).map { $0 < changed ? .failed : nil })
        }

        // Two that go on in different ways.
        var other = payment
        for number in 0..<20 {
            Self.apply(Self.attempt(1000 + number), at: 3, to: &payment)
            Self.apply(Self.attempt(2000 + number), at: 3, to: &other)
        }
        #expect(Array(payment.attempts.prefix(count)) == before)
        #expect(payment.attempts.dropFirst(count).map(\.id) == (1000..<1020).map(Self.key))
        #expect(other.attempts.dropFirst(count).map(\.id) == (2000..<2020).map(Self.key))
    }
}
