import Documents
import JSONSchema
import SourceText

/// Finds the places of a configuration that no output may show: secrets in plain text, and values
/// of which nobody can say that they are no secrets.
struct HiddenPlaces {
    private(set) var spans: [SourceSpan]

    init(
        _ read: ReadConfiguration, _ documents: [OwnDocument], _ model: Model,
        _ schemas: SettingsSchemas, _ files: ReferencedFiles
    ) {
        spans = read.suspectedSecrets + files.suspectedSecrets
        for document in documents { hide(in: document) }
        for connector in model.connectors {
            hideStatic(connector.staticSettings, schemas.schemas[connector.id])
        }
        for method in model.methods { hide(method.settings, schemas.schemas[method.connector]) }
    }

    /// Hides what the schema calls secret; everything, if no schema tells.
    private mutating func hide(_ settings: Node?, _ schema: Schema?) {
        guard let settings else { return }
        guard let schema, settings.kind == .object else {
            return append(Literals.all(in: settings))
        }
        append(PlainSecrets.literals(in: settings, schema))
        for key in schema.failures(of: settings).map(\.instance)
        where key.record.flags.contains(.key) {
            // A key that is not declared may be a misspelt secret one.
            append(Literals.all(in: Node(document: key.document, index: key.index + 1)))
        }
    }

    /// Static settings need not be declared, so that names must do where the schema says nothing.
    private mutating func hideStatic(_ settings: Node?, _ schema: Schema?) {
        guard let settings else { return }
        if let schema { append(PlainSecrets.literals(in: settings, schema)) }
        append(Literals.suspicious(in: settings, orNull: false))
    }

    private mutating func hide(in document: OwnDocument) {
        let root = document.root
        hideSettings(of: document)
        if document.kind == .connector {
            root["key"].map { append(Literals.all(in: $0)) }
            root["url"].map { hidePassword(in: $0) }
        }
        for key in document.faults.map({ Node(document: root.document, index: $0) })
        where key.record.flags.contains(.key) && SecretWords.areIn(key.withText(Array.init)[...]) {
            append(Literals.all(in: Node(document: root.document, index: key.index + 1)))
        }
    }

    /// Hides the settings of a document that are not held to a schema, as something is wrong there.
    private mutating func hideSettings(of document: OwnDocument) {
        let settings = document.root["settings"]
        let common = document.root["staticJson"]
        if !document.isReadable {
            // Where YAML could not resolve a value, as `*name` or `!name`, there is null.
            let all = settings.map { Literals.all(in: $0, orNull: true) } ?? []
            let some = common.map { Literals.suspicious(in: $0, orNull: true) } ?? []
            spans += (all + some).map(Self.wholeValue)
        } else if document.sound("id") == nil {
            for node in [settings, common].compactMap({ $0 }) { append(Literals.all(in: node)) }
        } else if let common, !document.isSound(common) {
            append(Literals.all(in: common))
        }
    }

    /// A value with the tag or anchor before it, which may be an unquoted secret's first letters.
    private static func wholeValue(_ node: Node) -> SourceSpan {
        let (source, range) = (node.document.source, node.span.range)
        guard let key = node.key else { return node.span }
        var start = key.span.range.end
        let between: [UInt8] = [UInt8(ascii: ":"), ASCII.space, ASCII.tab]
        while start < range.start, between.contains(source.bytes[start]) { start += 1 }
        return source.span(SourceRange(start: start, end: range.end))
    }

    private mutating func hidePassword(in url: Node) {
        let range = url.span.range
        let text = url.document.source.bytes[range.start..<range.end]
        guard let password = URLParts.passwordRange(in: text) else { return }
        spans.append(
            url.document.source.span(
                SourceRange(
                    start: range.start + password.lowerBound,
                    end: range.start + password.upperBound)))
    }

    private mutating func append(_ literals: [Node]) {
        spans += literals.map(\.span)
    }
}
