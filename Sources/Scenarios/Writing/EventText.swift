internal import Documents
internal import Events
internal import Payments
internal import Stories

/// Events as scenarios write them.
enum EventText {
    /// The event as a flow mapping.
    static func flow(_ event: RecordedEvent, from start: Timestamp) -> String {
        var fields: [(EventField, String)] = [
            (.at, Offset.text(event.at, from: start)), (.type, event.type),
        ]
        if let payment = event.payment { fields.append((.payment, YAMLText.string(payment))) }
        switch event.action {
        case .created(let client, let method, let amount, let currency):
            fields += [
                (.client, YAMLText.string(client)), (.method, YAMLText.string(method)),
                (.amount, "\"" + AmountText.string(Int128(amount), in: currency) + "\""),
                (.currency, currency.code),
            ]
        case .attempted(let attempt, let method, let amount):
            fields.append((.attempt, YAMLText.string(attempt)))
            if let method { fields.append((.method, YAMLText.string(method))) }
            if let amount { fields.append((.amount, "\"" + Words.decimal(amount) + "\"")) }
        case .succeeded(let attempt):
            fields += [(.attempt, YAMLText.string(attempt)), (.outcome, Outcome.succeeded.name)]
        case .failed(let attempt, let error):
            fields += [(.attempt, YAMLText.string(attempt)), (.outcome, Outcome.failed.name)]
            if let text = text(error) { fields.append((.error, text)) }
        case .clockAdvanced: break
        }
        if let id = event.id { fields.append((.id, YAMLText.string(id))) }
        return YAMLText.flow(fields.map { ($0.0.name, $0.1) })
    }

    /// An error that names something, nil for one that names nothing.
    private static func text(_ error: ErrorText) -> String? {
        let parts = [("code", error.code), ("message", error.message)].compactMap { key, text in
            text.map { (key, YAMLText.string($0)) }
        }
        return parts.isEmpty ? nil : YAMLText.flow(parts)
    }
}
