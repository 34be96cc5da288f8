import Documents
import JSONSchema
import SourceText

/// Tells the sources of a configuration what of them may be shown.
///
/// Everything that was read is hidden until then. What was not understood stays hidden; of documents that
/// were, everything is shown except what `DocumentText` and the schemas hide. That takes time, and is done
/// once for each source, and only for sources that findings point into.
struct ConfigurationTexts: Sendable {
    private let sources: [SourceText]
    private let documents: [OwnDocument]
    private let disclosure: ConfigurationDisclosure
    private let fileSources: [SourceText]
    private let unreadFiles: [SourceText]
    private let fileRoots: [Node]

    init(
        _ sources: [SourceText], _ documents: [OwnDocument],
        _ files: ReferencedFiles, _ disclosure: ConfigurationDisclosure
    ) {
        self.sources = sources
        self.documents = documents
        self.disclosure = disclosure
        fileSources = files.sources
        unreadFiles = files.sources.filter { !files.isValid($0) }
        fileRoots = files.roots
    }

    /// The texts of documents that are looked at by themselves, without any schema.
    init(withoutSchemas documents: [OwnDocument], in sources: [SourceText]) {
        self.sources = sources
        self.documents = documents
        disclosure = ConfigurationDisclosure()
        (fileSources, unreadFiles, fileRoots) = ([], [], [])
    }

    /// The roots of all documents that could be read.
    var roots: [Node] { documents.map(\.root) + fileRoots }

    /// Tells the sources that `findings` and their notes point into.
    func disclose(_ findings: some Sequence<Diagnostic>) {
        disclose(findings.flatMap { [$0.span] + $0.notes.compactMap(\.span) }.map(\.source))
    }

    /// Tells these sources, unless they know already.
    func disclose(_ wanted: [SourceText]) {
        var hidden = HiddenText(of: wanted.filter(\.isWithheld))
        if hidden.isOfNothing { return }
        hideLiterals(in: &hidden)
        let documents = documents.filter { hidden.concerns($0.root.document.source) }
        for document in documents { hide(document, in: &hidden) }
        for settings in disclosure.settings where settings.isFile {
            let source = settings.node.document.source
            guard hidden.concerns(source) else { continue }
            let text = RegionText(
                source, 0..<source.bytes.count, settings.node, settings.disclosure)
            hidden.hide(text.hidden, of: source)
        }
        let own = Dictionary(grouping: documents) { ObjectIdentifier($0.root.document.source) }
        for source in sources.filter(hidden.concerns) {
            hideUnread(source, outside: own[ObjectIdentifier(source)] ?? [], in: &hidden)
        }
        for source in unreadFiles.filter(hidden.concerns) {
            let all = 0..<source.bytes.count
            hidden.hide(UnreadText(source, in: all, isDocument: false).hidden, of: source)
        }
        for source in (sources + fileSources).filter(hidden.concerns) { hidden.disclose(source) }
    }

    /// Hides the values of secrets in schemas; of schemas that could not be compiled, all values that may be.
    private func hideLiterals(in hidden: inout HiddenText) {
        let unknown =
            disclosure.unknownSchemas.isEmpty ? [] : disclosure.unknownSchemas + fileRoots
        let doubtful = unknown.filter { hidden.concerns($0.document.source) }
            .flatMap(Schema.doubtfulLiterals)
        let literals = disclosure.literals.filter { hidden.concerns($0.document.source) }
        let sources = Dictionary(grouping: literals + doubtful) {
            ObjectIdentifier($0.document.source)
        }
        for own in sources.values {
            if let first = own.first {
                hidden.hide(LiteralText.hidden(own), of: first.document.source)
            }
        }
    }

    private func hide(_ document: OwnDocument, in hidden: inout HiddenText) {
        let source = document.root.document.source
        var text = DocumentText(document)
        for (member, region) in text.settings {
            let shown = disclosure.disclosure(of: member.value, in: document)
            text.hide(RegionText(source, region, member.value, shown).hidden)
        }
        hidden.hide(text.hidden, of: source)
    }

    /// Hides what is outside of the documents that were read.
    private func hideUnread(
        _ source: SourceText, outside documents: [OwnDocument], in hidden: inout HiddenText
    ) {
        var position = 0
        for document in documents {
            let start = max(position, document.root.span.range.start)
            hidden.hide(UnreadText(source, in: position..<start).hidden, of: source)
            position = max(start, document.end)
        }
        let end = source.bytes.count
        hidden.hide(UnreadText(source, in: min(position, end)..<end).hidden, of: source)
    }
}

/// What is hidden of each of some sources.
private struct HiddenText {
    private var ranges: [ObjectIdentifier: [SourceRange]]

    init(of sources: [SourceText]) {
        ranges = Dictionary(sources.map { (ObjectIdentifier($0), []) }) { first, _ in first }
    }

    var isOfNothing: Bool { ranges.isEmpty }

    func concerns(_ source: SourceText) -> Bool { ranges[ObjectIdentifier(source)] != nil }

    mutating func hide(_ ranges: [SourceRange], of source: SourceText) {
        self.ranges[ObjectIdentifier(source)]? += ranges
    }

    func disclose(_ source: SourceText) {
        source.disclose(hiding: ranges[ObjectIdentifier(source)] ?? [])
    }
}
