public import Files
public import SourceText

/// Reads and checks configurations. This file is the map of the stage:
///
///     Discovery            paths -> files
///     Reading              files -> documents that belong to the configuration
///     StructuralValidation documents, checked against the published formats of spec/formats
///     ModelBuilding        documents -> plain values, with the files that they name
///     CrossReferences      what documents say about one another
///     SettingsSchemas      jsonSchema of each connector -> compiled schemas
///     ConfigurationDisclosure  which values outputs may show
///     ConfigurationTexts   which source text they may show
///     SettingsValidation   settings of each payment method, checked against their schemas
///     Redaction            takes hidden text out of the findings so far
///     PlainSecrets         secrets in plain text
///     UnreplacedVariables  text that looks like a variable of another tool
///     ScenarioDiscovery    only the scenarios, for whoever runs them
///
/// Each step turns its input into an output and findings. What a step finds wrong, the later ones
/// leave out, so that one fault makes one finding.
public enum Configuration {
    /// Reads the configuration that `paths` (folders or files) make up.
    ///
    /// - Parameters:
    ///   - addition: a file that does not exist yet, and is read as if it did.
    ///   - standardInput: what `-` is called; nil if it names a file like any other.
    /// - Throws: `FileError` if a path leads nowhere. Whatever else is wrong is in the result.
    public static func load(
        paths: [String], adding addition: SourceText? = nil, standardInput: String? = nil,
        limits: ConfigurationLimits = .standard
    ) throws(FileError) -> LoadedConfiguration {
        var formats = FormatSchemas()
        // Like every file of a configuration, it shows nothing before `ConfigurationTexts` says what.
        let withheld = addition.map {
            SourceText(path: $0.path, bytes: $0.bytes, isWithheld: true)
        }
        let found = try Discovery.files(
            at: paths, adding: withheld, standardInput: standardInput, limits)
        let (read, readingFindings) = Reading.read(found.files, limits)
        let (documents, structureFindings) = StructuralValidation.check(read.documents, &formats)

        let files = ReferencedFiles(roots: found.roots, formats: formats)
        let (model, fileFindings) = ModelBuilding.model(of: read, documents, files)
        let (schemas, schemaFindings) = try SettingsSchemas.compile(model, files)

        let disclosure = ConfigurationDisclosure(documents, model, schemas)
        let texts = ConfigurationTexts(read.sources, documents, files, disclosure)
        let unaware = [
            found.diagnostics, readingFindings, fileFindings, structureFindings, schemaFindings,
            Surroundings.explained(CrossReferences.check(model), found.files, model),
        ]
        let aware = [
            SettingsValidation.check(model, schemas, disclosure, texts),
            PlainSecrets.check(disclosure), UnreplacedVariables.check(disclosure),
        ]
        let isUnread = unaware.joined().contains { $0.code.isAboutUnread }
        texts.disclose((unaware + aware).joined())
        let findings = [
            isUnread ? [] : Reading.emptiness(read, in: paths),
            Redaction.redacted(unaware.joined(), in: texts.roots), aware.flatMap { $0 },
        ]
        let hidden = HiddenValues(disclosure.hiddenNodes)
        return LoadedConfiguration(
            installation: model.installation, connectors: model.connectors.map(hidden.naming),
            methods: model.methods.map(hidden.naming),
            scenarios: documents.compactMap(ScenarioDocument.init),
            diagnostics: Consequences.removed(from: Repetitions.removed(from: findings.joined())),
            hidden: hidden, texts: texts, schemas: schemas.schemas, schemaFiles: schemas.referenced,
            roots: found.roots,
            files: found.files.map(\.path) + files.paths + SecretFiles.paths(in: model),
            fileCount: read.fileCount, documentCount: read.documentCount,
            checkedDocuments: DocumentKind.counts(of: documents.map(\.kind)))
    }
}
