internal import Payments

/// What is said of each field whose value breaks its rule.
extension EventParser {
    func timeFinding(_ value: ScannedField) -> EventFinding {
        if let finding = almostTimeFinding(value) { return finding }
        return EventFinding(
            .eventTime,
            "`at` is not an RFC 3339 time from 1678 to 2260 with up to nine fraction digits",
            hint: "write it like 2026-01-05T10:00:00Z or 2026-01-05T11:00:00.25+01:00",
            at: value.token, field: .at)
    }

    /// What is said of a time that only lacks its offset, or the letter between day and time.
    private func almostTimeFinding(_ value: ScannedField) -> EventFinding? {
        guard let text = decoder.text(value)?.string else { return nil }
        let whole = text.replacing(" ", with: "T", maxReplacements: 1)
        let hasOffset = Timestamp(text: whole) != nil
        guard hasOffset || Timestamp(text: whole + "Z") != nil else { return nil }
        let message =
            hasOffset
            ? "`at` has a space where RFC 3339 has a T, between the day and the time"
            : "`at` has no offset, so it could be any of a day's instants"
        let hint =
            hasOffset
            ? "write \(whole)"
            : "write \(whole)Z if it is UTC, else end it with the offset, as in \(whole)+01:00"
        return EventFinding(.eventTime, message, hint: hint, at: value.token, field: .at)
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
        let text = decoder.text(value)?.string ?? ""
        let upper = text.uppercased()
        if upper != text, Currency(code: upper) != nil {
            return EventFinding(
                .eventCurrency, "`currency` must be in upper-case letters", hint: "write \(upper)",
                at: value.token, field: .currency)
        }
        let isCode = upper == text && text.utf8.count == 3
        return EventFinding(
            .eventCurrency,
            isCode
                ? "there is no ISO 4217 currency `\(text)` with a minor unit"
                : "`currency` must be an ISO 4217 code that has a minor unit",
            hint: isCode
                ? "only ISO 4217 currencies are supported, such as EUR or JPY; others, such as "
                    + "cryptocurrencies, have no agreed minor unit"
                : "three upper-case letters, such as EUR", at: value.token, field: .currency)
    }

    /// What is said of a null. For an error it depends on the outcome.
    func nullFinding(_ field: EventField, _ type: EventType) -> EventFinding? {
        let value = event[field]
        guard value.text.equals("null") else { return nil }
        let isRequired = type.required.contains(field)
        var hint = "leave `\(field.name)` out where there is none"
        if isRequired { hint = "`\(type.name)` requires a value" }
        if field == .error, event.given.contains(.outcome),
            decoder.outcome(event[.outcome]) == .succeeded
        {
            hint = "a succeeded result has no error: leave `error` out"
        }
        return EventFinding(
            .eventFieldType, "`\(field.name)` must not be null", hint: hint, at: value.token,
            field: field)
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
