internal import Configuration
internal import Documents
internal import JSONSchema
internal import SourceText

/// The schema of a connector as a state or a plan keeps it: with the files that it refers to, and digests for
/// the values of secrets.
struct StoredSchema {
    let root: Node
    private let files: Node?
    /// Tells two schemas that are looked at together.
    private let folder: String

    /// Nil for what is not a connector.
    init?(_ connector: Resource, _ name: String = "schema") {
        guard let schema = connector[FieldName.schema] else { return nil }
        root = schema.document.root
        files = connector[FieldName.schemaFiles]?.document.root
        // Deep enough for every `..` in a reference.
        folder = "/" + name + String(repeating: "/s", count: 64)
    }

    var isForm: Bool { root.kind == .array }

    private var uri: String { FileURI.uri(ofPath: folder + "/schema.json") }

    private func document(_ uri: String) -> Node? {
        if ByteOrder.equal(uri, self.uri) { return root }
        if let path = FileURI.path(ofURI: uri) {
            return files?[PathScope.relative(path, from: folder)]
        }
        return files?.members.lazy.map(\.value).first { schema in
            ["$id", "id"].contains { key in
                schema[key]?.string.map { ByteOrder.equal(URIReference($0).withoutFragment, uri) }
                    ?? false
            }
        }
    }

    /// The schema, compiled; nil if that cannot be done.
    var compiled: Schema? {
        if isForm { return SettingsForm.compile(root).schema }
        return SchemaCompiler(load: document).compile(root, baseURI: uri).schema
    }

    /// What of this schema's text is shown beside a newer schema: not the values of what either of them calls
    /// secret.
    func disclosure(beside new: StoredSchema) -> Disclosure {
        guard isForm == new.isForm else { return .hiding([root], in: root) }
        if isForm {
            return .hiding(SettingsForm.secretValues(of: root, beside: new.root), in: root)
        }
        let both = "{\"allOf\":[{\"$ref\":\"\(uri)\"},{\"$ref\":\"\(new.uri)\"}]}"
        let source = SourceText(path: "both", bytes: Array(both.utf8))
        let compiler = SchemaCompiler { document($0) ?? new.document($0) }
        guard let document = JSONReader.read(source).document,
            let schema = compiler.compile(document.root, baseURI: "file:///both.json").schema
        else { return .ofUnknownSchema(root) }
        return .hiding(schema.secretLiterals.filter { $0.document === root.document }, in: root)
    }
}
