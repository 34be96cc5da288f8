public import SourceText

/// The kinds of findings about schemas themselves.
public enum SchemaCodes {
    /// Every code of this stage.
    public static let all: [DiagnosticCode] =
        [
            .schemaInvalid, .schemaReferenceUnresolved, .schemaReferenceCycle,
            .schemaReferenceCycleUnused, .schemaPatternInvalid, .schemaPatternLenient,
            .schemaFormatNotChecked,
            .settingsFormInvalid,
        ]
}

extension DiagnosticCode {
    /// A schema that breaks the rules of its dialect.
    public static let schemaInvalid = DiagnosticCode(
        "json-schema-invalid", .error,
        reason: """
            A schema is checked against the meta-schema of its dialect (the one that "$schema" \
            names, or else 2020-12). A keyword with a value of the wrong type would be silently \
            ignored and accept what it was meant to refuse.
            """,
        remedy: "Correct the keyword at the position shown, or name the right dialect in $schema.")

    /// A reference to a schema that is not there.
    public static let schemaReferenceUnresolved = DiagnosticCode(
        "json-schema-ref-unresolved", .error,
        reason: """
            Every reference of a schema must lead to a schema inside the configuration, or to a \
            standard meta-schema. Nothing is ever fetched over a network.
            """,
        remedy: """
            Correct the reference, add the missing definition, or keep a copy of the schema in \
            the configuration and map its URI to the folder.
            """)

    /// References that lead back to themselves at the same location in the instance.
    public static let schemaReferenceCycle = DiagnosticCode(
        "json-schema-ref-cycle", .error,
        reason: """
            A schema that applies itself to the very same value (by way of $ref, allOf, anyOf, \
            oneOf, not, if or dependentSchemas) can never reach a verdict.
            """,
        remedy: """
            Put the reference inside a keyword that goes down into the value, such as \
            properties or items, or remove it.
            """)

    /// References that lead back to themselves where not every value leads.
    public static let schemaReferenceCycleUnused = DiagnosticCode(
        "json-schema-ref-cycle-unused", .warning,
        reason: """
            A definition that applies itself to the very same value can never reach a verdict. The \
            schema is used, as most values do not lead there; one that does is refused.
            """,
        remedy: """
            Write what the definition was meant to say, or remove it.
            """)

    /// A pattern that is not a regular expression of ECMA-262.
    public static let schemaPatternInvalid = DiagnosticCode(
        "json-schema-pattern-invalid", .error,
        reason: "Patterns are regular expressions of ECMA-262 in Unicode mode.",
        remedy: "Correct the pattern at the position shown; \"\\\\\" escapes a special character.")

    /// A pattern that Unicode mode refuses, but whose meaning is plain.
    public static let schemaPatternLenient = DiagnosticCode(
        "json-schema-pattern-lenient", .warning,
        reason: """
            The pattern is a regular expression of ECMA-262 only without Unicode mode. It is read \
            as it was probably meant, but other validators may refuse it.
            """,
        remedy: "Write the pattern so that it is valid in Unicode mode; do not escape letters.")

    /// A format that should be checked, but is not known.
    public static let schemaFormatNotChecked = DiagnosticCode(
        "json-schema-format-not-checked", .warning,
        reason: """
            Only the formats of JSON Schema can be checked. Any other name is an annotation: every \
            value is valid.
            """,
        remedy: """
            Correct the name of the format, or add a "pattern" that says what the value must look \
            like.
            """)

    /// A settings form that breaks the rules of settings forms.
    public static let settingsFormInvalid = DiagnosticCode(
        "settings-form-invalid", .error,
        reason: """
            A jsonSchema that is an array is a settings form: a list of fields, each with a key \
            and a type (string, password, text, select, radio or checkbox).
            """,
        remedy: "Correct the field at the position shown.")
}
