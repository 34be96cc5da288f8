package import Payments

/// The rows of `states.json` and `trace.ndjson` (`spec/formats.md`): their members, and the order
/// of these, are written only here.
extension RowOutput where Self: ~Copyable {
    /// A payment, without its attempts, whose list follows under `attemptsKey`.
    @_transparent
    package mutating func paymentMembers(
        _ payment: Text, client: Text, method: Method, amount: Amount, currency: CurrencyCode,
        status: Status, createdAt: Timestamp, changedAt: Timestamp, paidBy: AttemptName?,
        displayedError: Fault?
    ) {
        member(#"{"payment":"#, payment)
        member(#","client":"#, client)
        money(common: method, amount)
        member(#","currency":"#, currency)
        member(#","status":"#, status)
        member(#","createdAt":"#, createdAt)
        member(#","changedAt":"#, common: changedAt)
        member(#","paidBy":"#, paidBy)
        member(#","displayedError":"#, displayedError)
    }

    package static var attemptsKey: StaticString { #","attempts":"# }

    /// - Parameter deadline: nil where no timer was armed.
    @_transparent
    package mutating func attemptMembers(
        _ attempt: AttemptName, method: Method, amount: Amount, startedAt: Timestamp,
        deadline: Timestamp?, expiredAt: Timestamp?, outcome: Outcome?, resultAt: Timestamp?,
        isLate: Bool, isReturned: Bool, error: Fault?
    ) {
        member(#"{"attempt":"#, attempt)
        money(method, amount)
        member(#","startedAt":"#, startedAt)
        member(#","deadline":"#, deadline)
        member(#","expiredAt":"#, expiredAt)
        member(#","outcome":"#, outcome)
        member(#","resultAt":"#, resultAt)
        member(#","late":"#, isLate)
        member(#","returned":"#, isReturned)
        member(#","error":"#, error)
    }

    /// A step of a payment.
    ///
    /// - Parameters:
    ///   - number: counted from 1 for each payment.
    ///   - file: nil for a timer, as are `line` and `eventId`.
    @_transparent
    package mutating func stepMembers(
        of payment: Text, number: Int, at: Timestamp, rule: Prepared, from: Status?, to: Status?,
        attempt: AttemptName?, displayedError: Fault?, returned: Amount?, file: Prepared?,
        line: Int?, eventId: Text?
    ) {
        member(#"{"payment":"#, payment)
        member(#","step":"#, number)
        member(#","at":"#, at)
        member(#","rule":"#, prepared: rule)
        member(#","from":"#, from)
        member(#","to":"#, to)
        member(#","attempt":"#, attempt)
        member(#","displayedError":"#, displayedError)
        member(#","returned":"#, returned)
        member(#","file":"#, prepared: file)
        member(#","line":"#, line)
        member(#","eventId":"#, eventId)
    }
}
