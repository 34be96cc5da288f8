import Documents
import SourceText

/// The standard meta-schemas, published by the JSON Schema organisation, which are part of the
/// program.
enum MetaSchemas {
    /// The document with this URI, if it is a standard one.
    static func document(_ uri: String) -> Node? {
        documents[ExactText(uri)]
    }

    /// The compiled meta-schema of a dialect. Each is compiled when it is first asked for, and once.
    static func schema(_ dialect: Dialect) -> Schema? {
        switch dialect {
        case .draft4: draft4
        case .draft6: draft6
        case .draft7: draft7
        case .draft2019: draft2019
        case .draft2020: draft2020
        }
    }

    private static let draft4 = compile(.draft4)
    private static let draft6 = compile(.draft6)
    private static let draft7 = compile(.draft7)
    private static let draft2019 = compile(.draft2019)
    private static let draft2020 = compile(.draft2020)

    private static func compile(_ dialect: Dialect) -> Schema? {
        document(dialect.metaSchemaURI).map { compile($0, at: dialect.metaSchemaURI) }
    }

    /// Compiles a meta-schema, which is not checked against another one.
    static func compile(
        _ metaSchema: Node, at uri: String, load: @escaping (String) -> Node? = { _ in nil }
    ) -> Schema {
        let registry = SchemaRegistry(defaultDialect: .draft2020, load: load)
        var lowering = Lowering(registry: registry, assertsFormats: false)
        let root = lowering.lowerDocument(metaSchema, at: uri)
        return Schema(lowering.program, root: root)
    }

    private static let documents: [ExactText: Node] = {
        var documents: [ExactText: Node] = [:]
        for (name, bytes) in files {
            let source = SourceText(path: name, bytes: bytes)
            guard let root = JSONReader.read(source).document?.root,
                let id = (root["$id"] ?? root["id"])?.string
            else { continue }
            documents[ExactText(URIReference(id).withoutFragment)] = root
        }
        return documents
    }()

    private static var files: [(name: String, bytes: [UInt8])] {
        [
            ("draft-04", PackageResources.draft_04_json),
            ("draft-06", PackageResources.draft_06_json),
            ("draft-07", PackageResources.draft_07_json),
            ("2019-09/schema", PackageResources.draft_2019_09_json),
            ("2019-09/applicator", PackageResources.draft_2019_09_applicator_json),
            ("2019-09/content", PackageResources.draft_2019_09_content_json),
            ("2019-09/core", PackageResources.draft_2019_09_core_json),
            ("2019-09/format", PackageResources.draft_2019_09_format_json),
            ("2019-09/meta-data", PackageResources.draft_2019_09_meta_data_json),
            ("2019-09/validation", PackageResources.draft_2019_09_validation_json),
            ("2020-12/schema", PackageResources.draft_2020_12_json),
            ("2020-12/applicator", PackageResources.draft_2020_12_applicator_json),
            ("2020-12/content", PackageResources.draft_2020_12_content_json),
            ("2020-12/core", PackageResources.draft_2020_12_core_json),
            ("2020-12/format-annotation", PackageResources.draft_2020_12_format_annotation_json),
            ("2020-12/format-assertion", PackageResources.draft_2020_12_format_assertion_json),
            ("2020-12/meta-data", PackageResources.draft_2020_12_meta_data_json),
            ("2020-12/unevaluated", PackageResources.draft_2020_12_unevaluated_json),
            ("2020-12/validation", PackageResources.draft_2020_12_validation_json),
        ]
    }
}
