internal import Payments

/// What is said of each field whose value breaks its rule.
extension EventParser {
    func timeFinding(_ value: ScannedField) -> EventFinding {
        EventFinding(
            .eventTime,
            "`at` is not an RFC 3339 time from 1678 to 2260 with up to nine fraction digits",
            hint: "write it like 2026-01-05T10:00:00Z or 2026-01-05T11:00:00.25+01:00",
            at: value.token, field: .at)
    }

    func identifierFinding(
        _ name: String, _ value: ScannedField, _ field: EventField
    ) -> EventFinding {
        EventFinding(
            .eventIdentifier,
            "`\(name)` must have 1 to \(Identifiers.longest) characters, none a control character",
            at: value.token, field: field)
    }

    func currencyFinding(_ value: ScannedField) -> EventFinding {
        EventFinding(
            .eventCurrency, "`currency` must be an ISO 4217 code that has a minor unit",
            hint: "three upper-case letters, such as EUR", at: value.token, field: .currency)
    }

    func amountFinding(_ value: ScannedField, _ type: EventType) -> EventFinding? {
        guard let amount = decoder.amount(value) else {
            let isCreated = type == .created
            return EventFinding(
                .eventAmount,
                "`amount` must be a positive decimal of at most 10^18 minor units"
                    + (isCreated ? "" : " with at most 4 fraction digits"),
                hint: "write it like \"12.50\" or 12.50; a string has no sign and no exponent",
                at: value.token, field: .amount)
        }
        guard type == .created, event.given.contains(.currency),
            let currency = decoder.currency(event[.currency]),
            amount.minorUnits(in: currency) == nil
        else { return nil }
        return EventFinding(
            .eventAmount,
            "`amount` must fit \(currency.code): at most \(currency.fractionDigits) fraction "
                + "digits and 10^18 minor units", at: value.token, field: .amount)
    }

    func errorFinding(_ value: ScannedField) -> EventFinding? {
        if event.given.contains(.outcome),
            decoder.outcome(event[.outcome]) == .succeeded
        {
            return EventFinding(
                .eventFieldMisplaced, "`error` belongs only to a failed result", at: value.token,
                field: .error)
        }
        guard decoder.error(value) == nil else { return nil }
        return EventFinding(
            .eventError,
            "`error.code` and `error.message` must each be a string or null, given once",
            at: value.token, field: .error)
    }
}
