public import SourceText

extension DiagnosticCode {
    /// The text breaks the grammar of JSON.
    public static let jsonSyntax = DiagnosticCode(
        "json-syntax", .error,
        reason: "The text breaks the grammar of JSON (RFC 8259), so it has no certain meaning.",
        remedy:
            "Write what the message names where it points to. JSON has no comments, no trailing "
            + "commas, no unquoted keys and only double quotes.")
    /// The text is empty.
    public static let jsonEmpty = DiagnosticCode(
        "json-empty", .error,
        reason: "A JSON text holds exactly one value; this one is empty.",
        remedy: "Write a value, such as {} or [], or remove the file.")
    /// The text ends inside its value.
    public static let jsonTruncated = DiagnosticCode(
        "json-truncated", .error,
        reason: "The text ends inside a value: it was cut off, or a closing sign is missing.",
        remedy: "Write the missing end, or produce the file again in one piece.")
    /// More follows the value.
    public static let jsonTrailingContent = DiagnosticCode(
        "json-trailing-content", .error,
        reason: "A JSON text holds exactly one value; here more follows it.",
        remedy: "Remove what follows, put the values into one array, or give one value a line to "
            + "a command that reads lines.")
    /// The bytes are not UTF-8.
    public static let jsonEncoding = DiagnosticCode(
        "json-encoding", .error,
        reason: "JSON is exchanged as UTF-8 (RFC 8259, section 8.1); these bytes are not UTF-8.",
        remedy: "Convert the file to UTF-8, for example with iconv.")
    /// The text begins with a byte-order mark.
    public static let jsonByteOrderMark = DiagnosticCode(
        "json-byte-order-mark", .error,
        reason: "JSON must not begin with a byte-order mark (RFC 8259, section 8.1), and many "
            + "readers refuse one.",
        remedy: "Save the file as UTF-8 without a byte-order mark.")
    /// There is a control character where it is not allowed.
    public static let jsonControlCharacter = DiagnosticCode(
        "json-control-character", .error,
        reason: "Characters below U+0020 are not allowed in a JSON string as they are, and outside "
            + "strings only tab, line feed, carriage return and space are.",
        remedy: "Write the character as an escape, such as \\n, \\t or \\u0000, or remove it.")
    /// An escape is half of a character.
    public static let jsonLoneSurrogate = DiagnosticCode(
        "json-lone-surrogate", .error,
        reason: "A \\u escape from D800 to DFFF is half of a character; without its other half it "
            + "is not a character and cannot be written as UTF-8.",
        remedy: "Write both halves, as in \\ud83d\\ude00, or the character itself.")
    /// An object has a key twice.
    public static let jsonDuplicateKey = DiagnosticCode(
        "json-duplicate-key", .error,
        reason: "Two members of an object have the same key, and readers differ in which of them "
            + "they believe.",
        remedy: "Remove or rename one of the two members.")
    /// The text is too large.
    public static let jsonSizeLimit = DiagnosticCode(
        "json-size-limit", .error,
        reason: "The text is larger than the largest that is read into memory as one value.",
        remedy: "Split the file; events may be given as NDJSON, which has no such limit.")
    /// Arrays and objects are nested too deeply.
    public static let jsonDepthLimit = DiagnosticCode(
        "json-depth-limit", .error,
        reason: "Arrays and objects are nested more deeply than the limit that protects every "
            + "later stage.",
        remedy: "Nest less deeply.")
}
