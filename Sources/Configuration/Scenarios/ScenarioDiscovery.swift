internal import Documents
public import Files
public import SourceText

/// The scenarios below some paths, without the configurations that they test.
public struct FoundScenarios: Sendable {
    /// In the order of files and documents.
    public internal(set) var documents: [ScenarioDocument] = []
    /// What is wrong with the files that hold scenarios.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// The number of files that hold scenarios, or may.
    public internal(set) var fileCount = 0
}

extension Configuration {
    /// Finds the scenarios that `paths` (folders or files) hold. Other documents are not reported on,
    /// unless a scenario might be lost with them.
    ///
    /// - Parameter standardInput: what `-` is called; nil if it names a file like any other.
    /// - Throws: `FileError` if a path leads nowhere.
    public static func scenarios(
        at paths: [String], standardInput: String? = nil
    ) throws(FileError) -> FoundScenarios {
        var formats = FormatSchemas()
        var found = FoundScenarios()
        var documents: [OwnDocument] = []
        let discovered = try Discovery.files(at: paths, standardInput: standardInput)
        var reader = FileReader()
        for file in discovered.files {
            guard let source = reader.text(of: file) else { continue }
            guard file.isNamed || ScenarioDiscovery.mayHoldDocuments(source) else { continue }
            let content = FileDocuments(source, of: file)
            ConfigurationTexts(withoutSchemas: content.documents, in: [source]).disclose([source])
            let own = content.documents.filter { $0.kind == .scenario }
            guard !own.isEmpty || !content.scenarioDiagnostics.isEmpty else { continue }
            found.fileCount += 1
            found.diagnostics += Redaction.redacted(
                content.scenarioDiagnostics, in: content.documents.map(\.root))
            documents += own
        }
        let (checked, findings) = StructuralValidation.check(documents, &formats)
        found.documents = checked.compactMap(ScenarioDocument.init)
        found.diagnostics += discovered.diagnostics + reader.diagnostics
        found.diagnostics += findings + UniqueIdentifiers.check(ofScenarios: checked)
        return found
    }
}

enum ScenarioDiscovery {
    private static let kind = Array(DocumentKind.scenario.rawValue.utf8)
    private static let version = Array("apiVersion".utf8)
    private static let prefix = Array("connectorctl/".utf8)
    private static let kindKey = Array("kind".utf8)

    /// Whether the text may hold documents of ours: it has one of their words, spelt out. The kind
    /// proves nothing, since YAML can write it with escapes.
    static func mayHoldDocuments(_ source: SourceText) -> Bool {
        [version, prefix, kindKey].contains { ByteSearch.holds(source.bytes[...], $0) }
    }

    /// Whether the text has the name of the kind in it, even where it cannot be read.
    static func namesScenario(_ text: ArraySlice<UInt8>) -> Bool {
        ByteSearch.holds(text, kind)
    }

    /// Whether a document with a faulty head was probably meant to be a scenario.
    static func isMeant(by root: Node, in source: SourceText) -> Bool {
        if let name = root["kind"]?.string {
            let kinds = DocumentKind.allCases.map(\.rawValue)
            return Suggestion.nearest(to: name, among: kinds) == DocumentKind.scenario.rawValue
        }
        let range = root.span.range
        return root["expect"] != nil || namesScenario(source.bytes[range.start..<range.end])
    }
}
