public import SourceText

extension DiagnosticCode {
    /// The text breaks the grammar of YAML.
    public static let yamlSyntax = DiagnosticCode(
        "yaml-syntax", .error,
        reason: "The text breaks the grammar of YAML 1.2, or uses a corner of it that the YAML "
            + "parser does not know; what follows in the file cannot be read.",
        remedy: "Mend what the message points to. Most often a quote, a bracket or a colon is "
            + "missing, or a line is indented differently from its neighbours.")
    /// The bytes are not UTF-8.
    public static let yamlEncoding = DiagnosticCode(
        "yaml-encoding", .error,
        reason: "Configurations are UTF-8; these bytes are not.",
        remedy: "Convert the file to UTF-8, for example with iconv.")
    /// There is a control character in the text.
    public static let yamlControlCharacter = DiagnosticCode(
        "yaml-control-character", .error,
        reason: "YAML texts hold only printable characters, tabs and line ends (YAML 1.2, "
            + "section 5.1).",
        remedy: "Remove the character, or write it as an escape in double quotes, such as "
            + "\"\\x07\".")
    /// A character ends a line for some readers only.
    public static let yamlLineSeparator = DiagnosticCode(
        "yaml-line-separator", .error,
        reason: "The characters U+0085, U+2028 and U+2029 end a line in YAML 1.1 and are ordinary "
            + "characters in YAML 1.2, so that the text means different things to different "
            + "readers, even in a comment.",
        remedy: "Write the character as an escape in double quotes, such as \"\\u2028\", or remove "
            + "it.")
    /// A mapping has a key twice.
    public static let yamlDuplicateKey = DiagnosticCode(
        "yaml-duplicate-key", .error,
        reason: "Two entries of a mapping have the same key; YAML forbids it, and readers differ "
            + "in which of them they believe.",
        remedy: "Remove or rename one of the two entries.")
    /// A key is a list or a mapping.
    public static let yamlKeyNotScalar = DiagnosticCode(
        "yaml-key-not-scalar", .error,
        reason: "A key is a list or a mapping. Configurations have JSON's data model, in which "
            + "keys are text.",
        remedy: "Use text as the key. A template such as {{ name }} must be in quotes.")
    /// A mapping has a merge key.
    public static let yamlMergeKey = DiagnosticCode(
        "yaml-merge-key", .error,
        reason: "Merge keys (<<) belong to YAML 1.1; YAML 1.2 does not have them, and readers "
            + "differ in what they do.",
        remedy: "Write the merged entries out, or alias whole values.")
    /// An alias has no anchor.
    public static let yamlUndefinedAlias = DiagnosticCode(
        "yaml-anchor-undefined", .error,
        reason:
            "An alias (*name) needs an anchor (&name) earlier in the same document. Anchors end with "
            + "their document: one before a `---` is not known after it.",
        remedy: "Define the anchor before its use, or put the text in quotes if no alias is meant.")
    /// An alias is within its own value.
    public static let yamlRecursiveAlias = DiagnosticCode(
        "yaml-anchor-recursive", .error,
        reason: "An alias is within the value that it names, which would have no end.",
        remedy: "Write the inner value out.")
    /// A tag is not one of the core schema.
    public static let yamlTagUnknown = DiagnosticCode(
        "yaml-tag-unknown", .error,
        reason: "Only the tags of YAML's core schema are known: !!str, !!int, !!float, !!bool, "
            + "!!null, !!seq and !!map.",
        remedy: "Remove the tag. Text that begins with ! must be in quotes.")
    /// A value is not what its tag says.
    public static let yamlTagMismatch = DiagnosticCode(
        "yaml-tag-mismatch", .error,
        reason: "The tag says another type than the value has.",
        remedy: "Remove the tag or change the value.")
    /// A number is infinite or NaN.
    public static let yamlNumberNotFinite = DiagnosticCode(
        "yaml-number-not-finite", .error,
        reason: "Infinities and NaN have no counterpart in JSON's data model, which "
            + "configurations have.",
        remedy: "Write a number, null, or text in quotes.")
    /// YAML 1.1 reads a plain scalar otherwise.
    public static let yaml11Scalar = DiagnosticCode(
        "yaml-1.1-scalar", .warning,
        reason: "YAML 1.1 reads this unquoted text as another value than YAML 1.2 does, and many "
            + "tools still follow 1.1. Here it has the meaning of YAML 1.2.",
        remedy: "Put the text in quotes if text is meant; write true or false for truth values "
            + "and plain decimals for numbers.")
    /// The file is too large.
    public static let yamlSizeLimit = DiagnosticCode(
        "yaml-size-limit", .error,
        reason: "The file is larger than any configuration that people write.",
        remedy: "Split the file.")
    /// Collections are nested too deeply.
    public static let yamlDepthLimit = DiagnosticCode(
        "yaml-depth-limit", .error,
        reason: "Lists and mappings are nested more deeply than the limit, beyond which reading "
            + "takes too long.",
        remedy: "Nest less deeply.")
    /// Aliases add too many nodes.
    public static let yamlAliasLimit = DiagnosticCode(
        "yaml-alias-limit", .error,
        reason: "The aliases of a document together add more values than the limit; a few lines "
            + "of aliases to aliases can add billions.",
        remedy: "Use fewer aliases, or alias smaller values.")
    /// A hexadecimal or octal number is too long.
    public static let yamlNumberLimit = DiagnosticCode(
        "yaml-number-limit", .error,
        reason: "A hexadecimal or octal number has more digits than the limit; converting it "
            + "takes too long.",
        remedy: "Write the number in decimal, which has no limit, or put text in quotes.")
    /// There are too many %TAG directives.
    public static let yamlDirectiveLimit = DiagnosticCode(
        "yaml-directive-limit", .error,
        reason: "The file has more %TAG directives than the limit; reading them takes too long, "
            + "and no tag that they could define is known.",
        remedy: "Remove the directives.")
}
