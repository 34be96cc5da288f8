package import Events
package import JSONText
package import Payments
internal import Replay

extension PaymentState {
    /// Writes the members of the payment's row of `states.json`.
    package func write(to json: inout JSONWriter) {
        json.paymentMembers(
            payment, client: client, method: MethodName(method, connector),
            amount: amount, currency: currency, status: status, createdAt: createdAt,
            changedAt: changedAt, paidBy: paidBy, displayedError: displayedError)
        json.key(JSONWriter.attemptsKey)
        json.list(attempts) { attempt, json in json.object { attempt.write(to: &$0) } }
    }
}

extension AttemptState {
    fileprivate func write(to json: inout JSONWriter) {
        json.attemptMembers(
            attempt, method: MethodName(method, connector), amount: amount,
            startedAt: startedAt, deadline: deadline, expiredAt: expiredAt, outcome: outcome,
            resultAt: resultAt, isLate: late, isReturned: returned, error: error)
    }
}

extension TraceRow {
    /// Writes the members of the step's row of `trace.ndjson`.
    package func write(to json: inout JSONWriter) {
        json.stepMembers(
            of: payment, number: number, at: at, rule: rule.name, from: from, to: to,
            attempt: attempt, displayedError: displayedError?.cut, returned: returned, file: file,
            line: line, eventId: eventId)
    }
}

extension Story {
    /// The `index`th step as `trace.ndjson` shows it.
    public func traceRow(of index: Int) -> TraceRow {
        let step = steps[index]
        return TraceRow(
            payment: payment, number: index + 1, step: step.step, event: step.event,
            displayedError: step.displayedError, currency: last.currency, texts)
    }
}

/// A method and its connector; nil for an unknown method.
package struct MethodName {
    fileprivate let method: String
    fileprivate let connector: String?

    fileprivate init(_ method: String, _ connector: String?) {
        (self.method, self.connector) = (method, connector)
    }
}

/// Rows as objects of JSON.
extension JSONWriter: RowOutput {
    package typealias Text = String
    package typealias Prepared = String
    package typealias AttemptName = String
    package typealias Method = MethodName
    package typealias Amount = String
    package typealias CurrencyCode = String
    package typealias Fault = ErrorText

    package mutating func member(_ start: StaticString, _ text: String?) {
        key(start)
        self.text(text)
    }

    package mutating func member(_ start: StaticString, prepared text: String?) {
        member(start, text)
    }

    package mutating func member(_ start: StaticString, _ error: ErrorText?) {
        key(start)
        guard let error else { return value("null") }
        object { json in
            json.text("code", error.code)
            json.text("message", error.message)
        }
    }

    package mutating func member(_ start: StaticString, _ status: Status?) {
        member(start, status?.name)
    }

    package mutating func member(_ start: StaticString, _ outcome: Outcome?) {
        member(start, outcome?.name)
    }

    package mutating func member(_ start: StaticString, _ number: Int?) {
        key(start)
        self.number(number)
    }

    package mutating func member(_ start: StaticString, _ isTrue: Bool) {
        key(start)
        boolean(isTrue)
    }

    package mutating func member(_ start: StaticString, _ time: Timestamp?) {
        member(start, time?.text)
    }

    package mutating func member(_ start: StaticString, common time: Timestamp) {
        member(start, time.text)
    }

    package mutating func money(_ method: MethodName, _ amount: String) {
        member(MoneyKeys.method, method.method)
        member(MoneyKeys.connector, method.connector)
        member(MoneyKeys.amount, amount)
    }

    package mutating func money(common method: MethodName, _ amount: String) {
        money(method, amount)
    }

    /// The key within `start`, which has a comma or brace, two quotes and a colon beside it.
    fileprivate mutating func key(_ start: StaticString) {
        key(
            start.withUTF8Buffer { bytes in
                String(decoding: bytes.dropFirst(2).dropLast(2), as: UTF8.self)
            })
    }
}
