public import SourceText

/// The findings about event streams.
public enum EventCodes {
    public static let all: [DiagnosticCode] = [
        .eventJSON, .eventEncoding, .eventLoneSurrogate, .eventNotAnObject, .eventTypeUnknown,
        .eventFieldMissing, .eventFieldRepeated, .eventFieldType, .eventFieldMisplaced,
        .eventIdentifier, .eventTime, .eventAmount, .eventCurrency, .eventOutcome, .eventError,
        .eventBeforeCheckpoint, .eventTooLong, .eventsUnreported,
    ]
}

extension DiagnosticCode {
    static let eventJSON = DiagnosticCode(
        "event-json-invalid", .error,
        reason: "The line, or the array, is not JSON as RFC 8259 defines it.",
        remedy: "Write each event as one JSON object; in NDJSON on a line of its own. A "
            + "truncated last line means that the writer did not finish.")
    static let eventEncoding = DiagnosticCode(
        "event-not-utf-8", .error,
        reason: "JSON must be UTF-8; other bytes have no defined meaning.",
        remedy: "Convert the file to UTF-8, best where it is written.")
    static let eventLoneSurrogate = DiagnosticCode(
        "event-lone-surrogate", .error,
        reason: "An escape such as \\ud800 is half of a surrogate pair, not a character.",
        remedy: "Write the character itself, or both halves of the pair.")
    static let eventNotAnObject = DiagnosticCode(
        "event-not-an-object", .error,
        reason: "An event is a JSON object with a `type` and an `at`.",
        remedy: "Write {\"type\": …, \"at\": …, …}.")
    static let eventTypeUnknown = DiagnosticCode(
        "event-type-unknown", .error,
        reason: "An event of an unknown type might move money, so it cannot be skipped.",
        remedy: "Use payment.created, payment.attempted, gateway.result or clock.advanced.")
    static let eventFieldMissing = DiagnosticCode(
        "event-field-missing", .error,
        reason: "Each type of event requires certain fields.",
        remedy: "Add what is missing: `type` and `at` always; `payment` unless it is "
            + "clock.advanced; `client`, `method`, `amount` and `currency` for payment.created; "
            + "`attempt` for payment.attempted and gateway.result; `outcome` for "
            + "gateway.result.")
    static let eventFieldRepeated = DiagnosticCode(
        "event-field-repeated", .error,
        reason: "A field that is given twice has no single value.",
        remedy: "Give each field once.")
    static let eventFieldType = DiagnosticCode(
        "event-field-type", .error,
        reason: "The field has the wrong JSON type; null counts as a wrong type.",
        remedy: "Identifiers, times, currencies and outcomes are strings; an amount is a number "
            + "or a string; an error is an object. Leave an optional field out instead of "
            + "writing null.")
    static let eventFieldMisplaced = DiagnosticCode(
        "event-field-misplaced", .error,
        reason: "A succeeded result has no error; one with an error contradicts itself.",
        remedy: "Remove `error`, or set the outcome to \"failed\".")
    static let eventIdentifier = DiagnosticCode(
        "event-identifier-invalid", .error,
        reason: "Identifiers have 1 to 128 Unicode characters and no control characters.",
        remedy: "Use the identifier as the platform issued it, without line ends or padding.")
    static let eventTime = DiagnosticCode(
        "event-time-invalid", .error,
        reason: "Times are RFC 3339, from 1678-01-01 to 2260-12-31 in UTC, and exact to the "
            + "nanosecond; second 60, hour 24 and days that do not exist are refused.",
        remedy: "Write 2026-01-05T10:00:00Z, with an offset or up to nine fraction digits if "
            + "needed.")
    static let eventAmount = DiagnosticCode(
        "event-amount-invalid", .error,
        reason: "An amount is a positive decimal, at most 10^18 minor units, with no more fraction "
            + "digits than its currency has.",
        remedy: "Write \"12.50\" or 12.50; a string has neither sign nor exponent.")
    static let eventCurrency = DiagnosticCode(
        "event-currency-unknown", .error,
        reason: "The currency decides how many digits an amount has, so it must be an ISO 4217 "
            + "code that has a minor unit.",
        remedy: "Use three upper-case letters, such as EUR, JPY or KWD.")
    static let eventOutcome = DiagnosticCode(
        "event-outcome-unknown", .error,
        reason: "A result is either succeeded or failed.",
        remedy: "Set `outcome` to \"succeeded\" or \"failed\".")
    static let eventError = DiagnosticCode(
        "event-error-invalid", .error,
        reason: "An error is an object whose `code` and `message` are each a string, null or "
            + "absent, and not given twice.",
        remedy: "Write {\"code\": \"declined\", \"message\": \"Insufficient funds\"}.")
    static let eventBeforeCheckpoint = DiagnosticCode(
        "event-before-checkpoint", .error,
        reason: "A replay that resumes from a checkpoint cannot apply earlier events: the state "
            + "of that time is not kept.",
        remedy: "Replay from a checkpoint that is older than this event, or from the start; or "
            + "leave the event out with --on-invalid quarantine, which keeps it in "
            + "rejected.ndjson.")
    static let eventTooLong = DiagnosticCode(
        "event-too-long", .error,
        reason: "An event of more than a gigabyte is almost certainly a mistake.",
        remedy: "Look for a missing line end, or leave out the overlong field.")
    package static let eventsUnreported = DiagnosticCode(
        "events-unreported", .note,
        reason: "Only the first 100 invalid events are reported one by one; more would hide the "
            + "cause.",
        remedy: "Correct what is reported and replay again, or use --on-invalid quarantine, "
            + "which lists every invalid event with its reasons in rejected.ndjson.")
}
