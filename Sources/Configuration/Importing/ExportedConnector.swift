import Documents
import JSONSchema
public import SourceText

/// A connector as a platform exports it, to become a document of a configuration.
public struct ExportedConnector: Sendable {
    private let root: Node

    /// The keys that it shares with documents, in their order there.
    private static let keys = ["url", "processingPeriodMinutes", "jsonSchema", "staticJson"]

    /// What was read.
    public struct Reading: Sendable {
        /// Nil if something is wrong with it.
        public let connector: ExportedConnector?
        public let diagnostics: [Diagnostic]
    }

    /// Reads an exported connector, and checks it against its published format.
    public static func read(_ source: SourceText) -> Reading {
        let (document, findings) = JSONReader.read(source, limits: limits)
        guard let root = document?.root, findings.isEmpty else {
            source.hide(UnreadText(source, in: 0..<source.bytes.count, isDocument: false).hidden)
            return Reading(
                connector: nil, diagnostics: Redaction.redacted(findings, in: []))
        }
        var formats = FormatSchemas()
        hide(in: source, root)
        let failures = formats.schema(of: .exportedConnector).failures(of: root)
        return Reading(
            connector: failures.isEmpty ? ExportedConnector(root: root) : nil,
            diagnostics: Redaction.redacted(
                failures.map(FormatFailure.diagnostic), in: [root]))
    }

    /// Whatever can be imported can be read again as YAML.
    private static var limits: DocumentLimits {
        var limits = DocumentLimits.standard
        limits.jsonBytes = limits.yamlBytes
        limits.jsonDepth = limits.yamlDepth
        return limits
    }

    /// Hides the values of all keys but those that hold nothing secret, and in the schema the values that
    /// are those of secrets.
    private static func hide(in source: SourceText, _ root: Node) {
        guard root.kind == .object else {
            return source.hide(
                UnreadText(source, in: 0..<source.bytes.count, isDocument: false).hidden)
        }
        let open = Set(["id", "name", "url", "processingPeriodMinutes"])
        for member in root.members where !open.contains(member.name) {
            guard member.name == "jsonSchema" else {
                source.hide([member.value.span.range])
                continue
            }
            source.hide(Schema.doubtfulLiterals(in: member.value).map(\.span.range))
        }
    }

    /// The identifier that it has, if it has one.
    public var id: String? { root["id"]?.string }

    public var name: String { root["name"]?.string ?? "" }

    /// The identifier that its name suggests, if any.
    public var suggestedID: String? { Identifier.suggested(for: name) }

    /// The document that describes it.
    ///
    /// - Parameter keyVariable: the environment variable that holds the hash key; nil: it is generated.
    /// - Returns: nil if it would not read back as the very same values, which would be a bug of this
    ///   program.
    public func yaml(id: String, keyVariable: String?) -> String? {
        var block = YAMLBlock()
        block.member("apiVersion", DocumentHeader.version)
        block.member("kind", DocumentKind.connector.rawValue)
        block.member("id", id)
        block.member("name", name)
        for key in Self.keys { root[key].map { block.member(key, $0) } }
        let key = keyVariable.map { "key: {\(SecretReference.environmentKey): \($0)}\n" } ?? ""
        let text = block.text + key
        return readsBack(text) ? text : nil
    }

    private func readsBack(_ text: String) -> Bool {
        let (documents, _) = YAMLReader.read(SourceText(path: "", bytes: Array(text.utf8)))
        guard let read = documents.first?.root, documents.count == 1 else { return false }
        return (Self.keys + ["name"]).allSatisfy { key in
            switch (root[key], read[key]) {
            case (nil, nil): true
            case (let old?, let new?): old.isEqual(to: new)
            default: false
            }
        }
    }
}
