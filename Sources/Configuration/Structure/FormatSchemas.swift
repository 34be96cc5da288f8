import Documents
import JSONSchema
import JSONText
import SourceText

/// The published formats, compiled; each when it is first asked for.
struct FormatSchemas {
    private var compiled: [String: Schema] = [:]

    /// The format of documents of this kind.
    mutating func schema(of kind: DocumentKind) -> Schema {
        schema(of: kind.format)
    }

    mutating func schema(of format: PublishedFormat) -> Schema { schema(at: format.uri) }

    /// What a key of a connector must hold, for a file that replaces its value.
    mutating func schema(ofConnectorKey key: String) -> Schema {
        schema(at: PublishedFormat.connector.uri + "#/properties/" + key)
    }

    private mutating func schema(at uri: String) -> Schema {
        if let known = compiled[uri] { return known }
        let reference = Self.reference(to: uri)
        let compiler = SchemaCompiler { PublishedFormat(uri: $0)?.document?.root }
        let (schema, diagnostics) = compiler.compile(reference, baseURI: "connectorctl:/format")
        guard let schema else {
            preconditionFailure("the published formats are valid: \(diagnostics)")
        }
        compiled[uri] = schema
        return schema
    }

    /// `{"$ref": uri}`.
    private static func reference(to uri: String) -> Node {
        let text = JSONWriter.object { $0.text("$ref", uri) }
        guard let document = JSONReader.read(SourceText(path: uri, bytes: text)).document else {
            preconditionFailure("a reference is JSON")
        }
        return document.root
    }
}
