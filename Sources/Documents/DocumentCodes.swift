public import SourceText

/// The findings of this floor, for the catalogue that `connectorctl explain-code` prints.
public enum DocumentCodes {
    /// Every code that the readers use.
    public static let all: [DiagnosticCode] = yaml + json

    static let yaml: [DiagnosticCode] = [
        .yamlSyntax, .yamlEncoding, .yamlControlCharacter, .yamlLineSeparator, .yamlDuplicateKey,
        .yamlKeyNotScalar, .yamlMergeKey, .yamlUndefinedAlias, .yamlRecursiveAlias,
        .yamlTagUnknown, .yamlTagMismatch, .yamlNumberNotFinite, .yaml11Scalar, .yamlSizeLimit,
        .yamlDepthLimit, .yamlAliasLimit, .yamlNumberLimit, .yamlDirectiveLimit,
    ]

    static let json: [DiagnosticCode] = [
        .jsonSyntax, .jsonEmpty, .jsonTruncated, .jsonTrailingContent, .jsonEncoding,
        .jsonByteOrderMark, .jsonControlCharacter, .jsonLoneSurrogate, .jsonDuplicateKey,
        .jsonSizeLimit, .jsonDepthLimit,
    ]
}
