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
    /// Finds the scenarios that `paths` (folders or files) hold. Of other documents nothing is said,
    /// unless a scenario might be lost with them.
    ///
    /// - Throws: `FileError` if a path leads nowhere, or something cannot be read.
    public static func scenarios(at paths: [String]) throws(FileError) -> FoundScenarios {
        var formats = FormatSchemas()
        var found = FoundScenarios()
        var documents: [OwnDocument] = []
        for file in try Discovery.files(at: paths).files {
            let source = try SourceFile.read(file.path)
            guard ScenarioDiscovery.mayHoldScenario(source) else { continue }
            found.fileCount += 1
            let content = FileDocuments(source, of: file)
            found.diagnostics += content.diagnostics
            documents += content.documents.filter { $0.kind == .scenario }
        }
        let (checked, findings) = StructuralValidation.check(documents, &formats)
        found.documents = checked.compactMap(ScenarioDocument.init)
        found.diagnostics += findings + UniqueIdentifiers.check(ofScenarios: checked)
        return found
    }
}

enum ScenarioDiscovery {
    private static let kind = Array(DocumentKind.scenario.rawValue.utf8)

    /// Whether the text has the name of the kind in it, be it in a document that cannot be read.
    static func mayHoldScenario(_ source: SourceText) -> Bool {
        ByteSearch.holds(source.bytes[...], kind)
    }
}
