import Documents
import JSONSchema
import SourceText

/// Decides what of a configuration may be shown, and tells its sources.
///
/// Everything that was read is hidden until it gets here. What was not understood stays so; of documents
/// that were, all is shown but what `DocumentText` and the schemas hide.
struct ConfigurationDisclosure {
    /// The values and keys that are hidden.
    private(set) var hiddenNodes: [Node] = []
    /// What of the static settings and settings of the model is shown.
    private(set) var settings: [Settings] = []
    /// The values in schemas that are those of secrets.
    private(set) var literals: [Node] = []
    private var hidden: [ObjectIdentifier: [SourceRange]] = [:]
    private let schemas: SettingsSchemas

    /// Settings, and what of them is shown.
    struct Settings {
        let node: Node
        let disclosure: Disclosure
    }

    init(
        _ read: ReadConfiguration, _ documents: [OwnDocument], _ model: Model,
        _ schemas: SettingsSchemas, _ files: ReferencedFiles
    ) {
        self.schemas = schemas
        addLiterals(of: model, files)
        for document in documents { add(document) }
        for connector in model.connectors { addStaticFile(of: connector) }
        for source in files.sources where !files.isValid(source) {
            let all = 0..<source.bytes.count
            hide(UnreadText(source, in: all, isDocument: false).hidden, of: source)
        }
        disclose(read.sources, with: documents, and: files.sources)
    }

    /// Tells the sources of documents that are looked at by themselves, without any schema.
    init(withoutSchemas documents: [OwnDocument], in sources: [SourceText]) {
        schemas = SettingsSchemas()
        for document in documents { add(document) }
        disclose(sources, with: documents, and: [])
    }

    private mutating func disclose(
        _ sources: [SourceText], with documents: [OwnDocument], and others: [SourceText]
    ) {
        let own = Dictionary(grouping: documents) { ObjectIdentifier($0.root.document.source) }
        for source in sources {
            hideUnread(source, outside: own[ObjectIdentifier(source)] ?? [])
        }
        for source in sources + others {
            source.disclose(hiding: hidden[ObjectIdentifier(source)] ?? [])
        }
    }

    private mutating func hide(_ ranges: [SourceRange], of source: SourceText) {
        hidden[ObjectIdentifier(source), default: []] += ranges
    }

    // MARK: Schemas

    private mutating func addLiterals(of model: Model, _ files: ReferencedFiles) {
        for connector in model.connectors {
            guard let node = connector.settingsSchema else { continue }
            let schema = schemas.schemas[connector.id]
            if let schema { literals += schema.secretLiterals }
            for literal in SchemaText.hidden(schema, [node] + files.roots) {
                hide(LiteralText.hidden(literal), of: literal.document.source)
            }
        }
        hiddenNodes += literals
    }

    // MARK: Documents

    private mutating func add(_ document: OwnDocument) {
        let source = document.root.document.source
        var text = DocumentText(document)
        for (member, region) in text.settings {
            let disclosure = disclosure(of: member.value, in: document)
            let isInModel = document.sound("id") != nil
            if isInModel {
                settings.append(Settings(node: member.value, disclosure: disclosure))
                hiddenNodes += disclosure.hidden.map(\.node)
            }
            text.hide(RegionText(source, region, member.value, disclosure).hidden)
        }
        hide(text.hidden, of: source)
    }

    /// What is shown of settings in a document: without a schema to tell, only names.
    private func disclosure(of settings: Node, in document: OwnDocument) -> Disclosure {
        guard settings.kind == .object else { return .hiding([settings], in: settings) }
        let connector = document.kind == .connector ? "id" : "connector"
        guard let id = document.sound(connector)?.string, let schema = schemas.schemas[id] else {
            return .ofUnknown(settings)
        }
        return schema.disclosure(of: settings, hiding: .undeclared)
    }

    /// Static settings in a file of their own. Where connectors share it, each one's secrets are hidden.
    private mutating func addStaticFile(of connector: Connector) {
        guard let node = connector.staticSettings,
            node.document.source !== connector.node.document.source
        else { return }
        let disclosure =
            schemas.schemas[connector.id]?.disclosure(of: node, hiding: .undeclared)
            ?? .ofUnknown(node)
        settings.append(Settings(node: node, disclosure: disclosure))
        hiddenNodes += disclosure.hidden.map(\.node)
        let source = node.document.source
        let all = 0..<source.bytes.count
        hide(RegionText(source, all, node, disclosure).hidden, of: source)
    }

    /// Hides what is outside of the documents that were read.
    private mutating func hideUnread(_ source: SourceText, outside documents: [OwnDocument]) {
        var position = 0
        for document in documents {
            let start = max(position, document.root.span.range.start)
            hide(UnreadText(source, in: position..<start).hidden, of: source)
            position = max(start, document.end)
        }
        let end = source.bytes.count
        hide(UnreadText(source, in: min(position, end)..<end).hidden, of: source)
    }
}
