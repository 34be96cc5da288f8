public import SourceText

/// The kinds of findings about schemas that can be used, but are questionable.
public enum SchemaLintCodes {
    /// Every code of this stage.
    public static let all: [DiagnosticCode] = [
        .schemaKeywordUnknown, .schemaKeywordForeign, .schemaKeywordInapplicable,
        .schemaRequiredUndeclared, .schemaRangeImpossible, .schemaDefaultInvalid,
        .schemaCredentialNotSecret, .schemaFormatUnchecked,
    ]
}

extension DiagnosticCode {
    /// A keyword that no dialect knows.
    public static let schemaKeywordUnknown = DiagnosticCode(
        "json-schema-keyword-unknown", .warning,
        reason: """
            JSON Schema ignores a keyword that it does not know. One that is misspelt is silently \
            ignored, and accepts what it was meant to refuse.
            """,
        remedy: """
            Correct the keyword. For notes of your own use "$comment", or a name that begins with \
            "x-".
            """)

    /// A keyword that only other dialects know.
    public static let schemaKeywordForeign = DiagnosticCode(
        "json-schema-keyword-other-draft", .warning,
        reason: """
            The keyword exists in another draft of JSON Schema, but not in the one that this \
            schema is written in, and is ignored.
            """,
        remedy: "Write the draft's own keyword for it, or name the right draft in \"$schema\".")

    /// A keyword for values of another type than the schema allows.
    public static let schemaKeywordInapplicable = DiagnosticCode(
        "json-schema-keyword-inapplicable", .warning,
        reason: """
            Most keywords apply to values of one type only and accept all others. Beside a "type" \
            that excludes this one, the keyword never does anything.
            """,
        remedy: "Correct the type or the keyword, or remove the keyword.")

    /// A required key that `properties` does not have.
    public static let schemaRequiredUndeclared = DiagnosticCode(
        "json-schema-required-undeclared", .warning,
        reason: """
            A key is required that "properties" does not declare. It is probably misspelt here or \
            there; where the object is closed, no value can be valid.
            """,
        remedy: "Declare the key in \"properties\", or correct its name.")

    /// Bounds that leave nothing between them.
    public static let schemaRangeImpossible = DiagnosticCode(
        "json-schema-range-impossible", .warning,
        reason: "The keywords contradict each other: no value of their type can meet them all.",
        remedy: "Correct one of the bounds; the note shows the other.")

    /// A default or an example that the schema refuses.
    public static let schemaDefaultInvalid = DiagnosticCode(
        "json-schema-default-invalid", .warning,
        reason: """
            Anyone who uses the default or the example gets a value that the same schema \
            refuses.
            """,
        remedy: "Correct the value, or the schema if its rule is wrong.")

    /// Formats that are only noted, where nobody has said so.
    public static let schemaFormatUnchecked = DiagnosticCode(
        "json-schema-format-unchecked", .note,
        reason: """
            JSON Schema leaves open whether "format" is checked; it is not, unless the connector says \
            so. A value that is not a URI is valid under "format": "uri".
            """,
        remedy: """
            Write "formatAssertion": true in the connector to check formats, or false to say that they \
            are only noted. `validate --assert-formats` checks them where a connector does not say.
            """)

    /// A property for a credential that is not marked as a secret.
    public static let schemaCredentialNotSecret = DiagnosticCode(
        "json-schema-credential-not-secret", .warning,
        reason: """
            Judging by its name, the property holds a credential. Only what is marked as secret \
            is kept out of all outputs, and reported where it is in plain text.
            """,
        remedy: "Add \"writeOnly\": true; in a settings form, choose the type password.")
}
