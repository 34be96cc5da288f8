public import SourceText

extension DiagnosticCode {
    /// A key that the format does not list.
    public static let unknownKey = DiagnosticCode(
        "unknown-key", .error,
        reason: "The format of the document does not have this key. A misspelt key would otherwise "
            + "be ignored silently.",
        remedy: "Correct the key's spelling, or remove it. `connectorctl schema print KIND` shows "
            + "the format.")

    /// A key that the format requires is not there.
    public static let missingKey = DiagnosticCode(
        "missing-key", .error,
        reason: "The format of the document requires this key.",
        remedy: "Add the key. `connectorctl schema print KIND` shows the format.")

    /// A value that does not have the type that the format requires.
    public static let wrongType = DiagnosticCode(
        "wrong-type", .error,
        reason: "The value does not have the type that the format requires. In YAML 1.2, an "
            + "unquoted number or `true` is not a string, and a quoted one is.",
        remedy: "Write a value of the type that the message names; quote text that looks like a "
            + "number.")

    /// A value that the format does not allow.
    public static let invalidValue = DiagnosticCode(
        "invalid-value", .error,
        reason: "The value has the right type, but the format does not allow it.",
        remedy: "Write a value such as the message and the hint describe.")

    /// A text that is not an identifier.
    public static let idInvalid = DiagnosticCode(
        "id-invalid", .error,
        reason: "Identifiers are used in URLs, file names and events: 1 to 63 of the characters "
            + "a-z, 0-9 and -, with no - at either end. They are strings, so one that looks like "
            + "a number needs quotes.",
        remedy: "Write the identifier with these characters.")

    /// A name that is not readable.
    public static let nameInvalid = DiagnosticCode(
        "name-invalid", .error,
        reason: "Names are shown to people: a string of 1 to 255 characters, not only blanks.",
        remedy: "Write a name; quote one that looks like a number.")

    /// A processing period that is not a whole number of minutes up to a year.
    public static let processingPeriodInvalid = DiagnosticCode(
        "processing-period-invalid", .error,
        reason: "The period after which an unanswered payment returns to waiting is a whole number "
            + "of minutes from 1 to 525600, which is a year.",
        remedy: "Write such a number, without quotes; leave the key out for a connector whose "
            + "payments wait forever.")

    /// A code that is not a currency.
    public static let currencyUnknown = DiagnosticCode(
        "currency-unknown", .error,
        reason: "Amounts are counted in the minor unit of an ISO 4217 currency; this code has "
            + "none, or does not exist.",
        remedy: "Write the currency's ISO 4217 code in capital letters, such as EUR.")

    /// Nothing says which settings a connector's payment methods must give.
    public static let jsonSchemaMissing = DiagnosticCode(
        "json-schema-missing", .error,
        reason: "A connector says which settings its payment methods must give.",
        remedy: "Give jsonSchema or jsonSchemaFile; `jsonSchema: {type: object}` accepts any "
            + "settings.")

    /// Two schemas for the same settings.
    public static let jsonSchemaTwice = DiagnosticCode(
        "json-schema-twice", .error,
        reason: "The settings are described both in the document and in a file; the two may "
            + "disagree.",
        remedy: "Keep either jsonSchema or jsonSchemaFile.")

    /// Static settings both in the document and in a file.
    public static let staticJsonTwice = DiagnosticCode(
        "static-json-twice", .error,
        reason: "The static settings are given both in the document and in a file; the two may "
            + "disagree.",
        remedy: "Keep either staticJson or staticJsonFile.")
}
