import Documents
import SourceText

/// The documents in one file that belong to the configuration, and the findings about them. The rest
/// of the file does not matter here.
struct FileDocuments {
    private(set) var documents: [OwnDocument] = []
    private(set) var documentCount = 0
    private(set) var diagnostics: [Diagnostic] = []
    /// Those of `diagnostics` that are about scenarios, or with which one may be lost.
    private(set) var scenarioDiagnostics: [Diagnostic] = []
    private(set) var salvaged = Salvage()
    private let context: DocumentHeader.Context
    private let isNamed: Bool
    private let folder: String

    init(_ source: SourceText, of file: ConfigurationFile) {
        isNamed = file.isNamed
        folder = file.folder
        let (all, findings) = SourceFile.documents(in: source)
        let holdsOurs = all.contains { DocumentHeader.claims($0.root) }
        context = isNamed ? .named : holdsOurs ? .besideOurs : .unknown
        let ends = all.dropFirst().map { $0.root.span.range.start } + [Int.max]
        var rest = findings.inSourceOrder(\.span)[...]
        for (document, end) in zip(all, ends) {
            let limit = end == Int.max ? lastOffset(of: document, in: source) : end
            let own = rest.prefix { $0.span.range.start < limit }
            rest = rest.dropFirst(own.count)
            take(document, Array(own), end: min(limit, source.bytes.count))
        }
        let readTo = all.last.map { lastOffset(of: $0, in: source) } ?? 0
        takeUnread(source, from: readTo, Array(rest))
        if isNamed, documentCount == 0 {
            diagnostics.append(.empty(source))
            documentCount = 1
        }
    }

    /// Where findings about the last document end: at the `---` of another one, which could not
    /// be read, or at the end of the text.
    private func lastOffset(of document: Document, in source: SourceText) -> Int {
        let end = min(document.root.span.range.end, source.bytes.count)
        return Salvage.nextDocument(in: source.bytes[end...]) ?? Int.max
    }

    private mutating func take(_ document: Document, _ findings: [Diagnostic], end: Int) {
        let findings = MissingSeparators(findings, of: document.root).findings
        let isReadable = !findings.contains { $0.severity == .error }
        // There is nothing between two `---`, or after the last.
        if document.root.kind == .null, isEmpty(document.root.span.range) { return }
        switch DocumentHeader(of: document.root, context) {
        case .foreign: return
        case .faulty(let finding):
            let all = isReadable ? findings + [finding] : findings
            diagnostics += all
            salvaged.add(document.root)
            let source = document.source
            let isScenario =
                ScenarioDiscovery.isMeant(by: document.root, in: source)
                || !isReadable && ScenarioDiscovery.namesScenario(source.bytes[...])
            if isScenario { scenarioDiagnostics += all }
        case .ours(let kind):
            diagnostics += findings
            if kind == .scenario { scenarioDiagnostics += findings }
            let root = SecretReferences.replaced(in: document, kind).root
            documents.append(
                OwnDocument(
                    root: root, kind: kind, isReadable: isReadable, folder: folder, end: end))
        }
        documentCount += 1
    }

    private func isEmpty(_ range: SourceRange) -> Bool {
        range.start == range.end
    }

    /// Text that could not be read is ours if it looks like it, or if the user named the file.
    private mutating func takeUnread(
        _ source: SourceText, from offset: Int, _ findings: [Diagnostic]
    ) {
        guard !findings.isEmpty else { return }
        let text = source.bytes[min(offset, source.bytes.count)...]
        guard isNamed || Salvage.holdsClaim(text) else { return }
        diagnostics += findings
        if ScenarioDiscovery.namesScenario(source.bytes[...]) { scenarioDiagnostics += findings }
        documentCount += 1
        salvaged.add(source, from: text.startIndex)
    }
}

extension Diagnostic {
    /// A file that holds nothing.
    static func empty(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            .configurationEmpty, "the file holds no document", at: source.span(SourceRange(at: 0)),
            hint: "a document begins with `apiVersion: \(DocumentHeader.version)`")
    }
}
