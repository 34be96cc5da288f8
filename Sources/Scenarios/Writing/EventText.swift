internal import Documents
internal import Events
internal import Payments

/// Events as scenarios write them.
enum EventText {
    /// The event as a flow mapping.
    static func flow(_ event: RecordedEvent, from start: Timestamp) -> String {
        var fields = [("at", Offset.text(event.at, from: start)), ("type", event.type)]
        if let payment = event.payment { fields.append(("payment", YAMLText.string(payment))) }
        switch event.action {
        case .created(let client, let method, let amount, let currency):
            fields += [
                ("client", YAMLText.string(client)), ("method", YAMLText.string(method)),
                ("amount", "\"" + AmountText.string(Int128(amount), in: currency) + "\""),
                ("currency", currency.code),
            ]
        case .attempted(let attempt, let method, let amount):
            fields.append(("attempt", YAMLText.string(attempt)))
            if let method { fields.append(("method", YAMLText.string(method))) }
            if let amount { fields.append(("amount", "\"" + text(amount) + "\"")) }
        case .succeeded(let attempt):
            fields += [("attempt", YAMLText.string(attempt)), ("outcome", "succeeded")]
        case .failed(let attempt, let error):
            fields += [("attempt", YAMLText.string(attempt)), ("outcome", "failed")]
            if let text = text(error) { fields.append(("error", text)) }
        case .clockAdvanced: break
        }
        if let id = event.id { fields.append(("id", YAMLText.string(id))) }
        return "{" + fields.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    }

    /// An error that names something, nil for one that names nothing.
    private static func text(_ error: ErrorText) -> String? {
        let parts = [
            error.code.map { "code: " + YAMLText.string($0) },
            error.message.map { "message: " + YAMLText.string($0) },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : "{" + parts.joined(separator: ", ") + "}"
    }

    /// A written amount as a plain decimal.
    private static func text(_ amount: WrittenAmount) -> String {
        let digits = String(amount.digits)
        let exponent = Int(amount.exponent)
        guard exponent < 0 else { return digits + String(repeating: "0", count: exponent) }
        let places = -exponent
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }
}
