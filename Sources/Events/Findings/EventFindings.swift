internal import JSONText
internal import Payments
internal import SourceText

/// Says what is wrong with an event that was refused. It is called only then, and uses the parser's
/// own readers, so that the hot path carries no texts.
extension EventParser {
    /// The reasons why the event in `text`, which is well-formed JSON, is invalid: every field that
    /// breaks a rule, or what keeps the fields from being looked at.
    ///
    /// `earliest` is the time of the checkpoint from which the replay resumes.
    mutating func findings(
        in text: ByteSlice, loneSurrogate: UnsafePointer<UInt8>?, earliest: Int64
    ) -> [EventFinding] {
        guard text.base.pointee == UInt8(ascii: "{") else {
            return [EventFinding(.eventNotAnObject, "an event is a JSON object", at: text)]
        }
        if let loneSurrogate {
            return [
                EventFinding(
                    .eventLoneSurrogate, JSONScanner.loneSurrogate.message,
                    hint: JSONScanner.loneSurrogate.hint,
                    at: ByteSlice(base: loneSurrogate, count: 6))
            ]
        }
        guard let type = scannedType else { return [typeFinding(text)] }
        let missing = EventField.listed.filter {
            type.required.contains($0) && !event.given.contains($0)
        }
        var findings: [EventFinding] = []
        if !missing.isEmpty {
            let names = missing.map { "`\($0.name)`" }.joined(separator: ", ")
            findings.append(
                EventFinding(.eventFieldMissing, "`\(type.name)` lacks \(names)", at: text))
        }
        for field in EventField.listed
        where type.listed.intersection(event.given).contains(EventFields(field)) {
            if let finding = finding(field, type) { findings.append(finding) }
        }
        if findings.isEmpty, let finding = outsideFinding(text, earliest) { return [finding] }
        return findings
    }

    /// Why an event that is right by itself is not one of this stream.
    private mutating func outsideFinding(_ text: ByteSlice, _ earliest: Int64) -> EventFinding? {
        if text.count > EventLimits.eventBytes {
            return EventFinding(
                .eventTooLong, "an event has at most \(EventLimits.eventBytes >> 20) MiB",
                at: ByteSlice(base: text.base, count: 1))
        }
        guard let at = decoder.time(event[.at]), at.nanoseconds < earliest else { return nil }
        let clock = Timestamp(nanoseconds: earliest)
        return EventFinding(
            .eventBeforeCheckpoint,
            "the event is older than the checkpoint, whose clock was at \(clock.text)",
            hint: "replay all events in one go, or quarantine this one",
            at: event[.at].token, field: .at)
    }

    private var scannedType: EventType? {
        event.given.contains(.type) ? decoder.type(event[.type]) : nil
    }

    private func typeFinding(_ text: ByteSlice) -> EventFinding {
        let names = EventType.allCases.map { "\($0.name)" }.joined(separator: ", ")
        guard event.given.contains(.type) else {
            return EventFinding(
                .eventFieldMissing, "the event lacks `type`: one of \(names)", at: text)
        }
        let value = event[.type]
        guard let name = decoder.text(value) else {
            return EventFinding(
                .eventFieldType, "`type` must be a string: one of \(names)", at: value.token,
                field: .type
            )
        }
        return EventFinding(
            .eventTypeUnknown, "there is no event type `\(name.string.prefix(64))`",
            hint: "one of \(names)", at: value.token, field: .type)
    }

    /// What is wrong with a listed field that is given.
    private mutating func finding(_ field: EventField, _ type: EventType) -> EventFinding? {
        let value = event[field]
        let name = field.name
        if event.repeated.contains(EventFields(field)) {
            return EventFinding(
                .eventFieldRepeated, "`\(name)` is given more than once", at: value.token,
                field: field)
        }
        guard isOfRightKind(field, value) else {
            if let finding = nullFinding(field, type) { return finding }
            return EventFinding(
                .eventFieldType, "`\(name)` must be \(Self.kind(field))",
                hint: field.rule.format == .time
                    ? "write the time as text, such as \"2026-01-05T10:00:00Z\"" : nil,
                at: value.token, field: field)
        }
        switch field.rule.format {
        case .type, .text: return nil
        case .time: return decoder.time(value) == nil ? timeFinding(value) : nil
        case .identifier:
            return decoder.identifier(value) == nil ? identifierFinding(name, value, field) : nil
        case .currency: return decoder.currency(value) == nil ? currencyFinding(value) : nil
        case .amount: return amountFinding(value, type)
        case .outcome:
            guard decoder.outcome(value) == nil else { return nil }
            return EventFinding(
                .eventOutcome, "`outcome` must be \"succeeded\" or \"failed\"", at: value.token,
                field: field)
        case .error: return errorFinding(value)
        }
    }

    private func isOfRightKind(_ field: EventField, _ value: ScannedField) -> Bool {
        switch field.rule.format {
        case .amount: value.kind == .number || value.kind == .string
        case .error: value.kind == .object
        default: value.kind == .string
        }
    }

    private static func kind(_ field: EventField) -> String {
        switch field.rule.format {
        case .amount: "a number, or a string written like one"
        case .error: "an object, such as {\"code\": \"declined\", \"message\": null}"
        default: "a string"
        }
    }
}
