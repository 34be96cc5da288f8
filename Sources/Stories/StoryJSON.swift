package import Documents
package import Events
internal import Payments

extension PaymentState {
    /// Appends the payment as a row of `states.json`, without anything behind it.
    public func appendJSON(to output: inout [UInt8]) {
        var object = JSONObjectWriter()
        object.text("payment", payment)
        object.text("client", client)
        object.text("method", method)
        object.text("connector", connector)
        object.text("amount", amount)
        object.text("currency", currency)
        object.text("status", status.name)
        object.text("createdAt", createdAt.text)
        object.text("changedAt", changedAt.text)
        object.text("paidBy", paidBy)
        object.error("displayedError", displayedError)
        object.list("attempts", attempts) { $0.appendJSON(to: &$1) }
        output.append(contentsOf: object.end())
    }
}

extension AttemptState {
    func appendJSON(to output: inout [UInt8]) {
        var object = JSONObjectWriter()
        object.text("attempt", attempt)
        object.text("method", method)
        object.text("connector", connector)
        object.text("amount", amount)
        object.text("startedAt", startedAt.text)
        object.text("deadline", deadline?.text)
        object.text("expiredAt", expiredAt?.text)
        object.text("outcome", outcome?.name)
        object.text("resultAt", resultAt?.text)
        object.boolean("late", late)
        object.boolean("returned", returned)
        object.error("error", error)
        output.append(contentsOf: object.end())
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

    /// Appends the `index`th step as a line of `trace.ndjson`, without the line's end.
    public func appendTrace(of index: Int, to output: inout [UInt8]) {
        var object = JSONObjectWriter()
        traceRow(of: index).append(to: &object)
        output.append(contentsOf: object.end())
    }
}

extension JSONObjectWriter {
    /// An error with its two parts, or null.
    package mutating func error(_ key: String, _ error: ErrorText?) {
        guard let error else { return value(key, "null") }
        var object = JSONObjectWriter()
        object.text("code", error.code)
        object.text("message", error.message)
        value(key, object.end())
    }
}
