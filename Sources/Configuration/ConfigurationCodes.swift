public import SourceText

/// The findings of this floor, for the catalogue that `connectorctl explain-code` prints.
public enum ConfigurationCodes {
    /// Every code of this stage.
    public static let all: [DiagnosticCode] = reading + structure + references + settings

    private static let reading: [DiagnosticCode] = [
        .apiVersionMissing, .apiVersionUnsupported, .kindMissing, .kindUnknown,
        .separatorMissing, .configurationEmpty, .fileUnreadable, .fileNameNotUTF8,
        .configurationTooLarge,
    ]

    private static let structure: [DiagnosticCode] = [
        .unknownKey, .missingKey, .wrongType, .invalidValue, .idInvalid, .nameInvalid,
        .processingPeriodInvalid, .currencyUnknown, .jsonSchemaMissing, .jsonSchemaTwice,
        .staticJsonTwice,
    ]

    private static let references: [DiagnosticCode] = [
        .duplicateID, .installationDuplicate, .rootResellerMissing, .rootResellerAmbiguous,
        .resellerParentUnknown, .resellerCycle, .resellerUnknown, .connectorUnknown,
        .connectorNotRoot, .connectorURLInvalid, .connectorURLNotHTTPS,
    ]

    private static let settings: [DiagnosticCode] = [
        .referencedFileNotFound, .referencedFileOutside, .settingShadowsStatic, .settingsInvalid,
        .secretInPlainText, .secretReferenceInvalid, .variableNotReplaced, .secretUnset,
        .secretLineEnd, .secretUnreadable, .instanceInvalid,
    ]
}
