import Documents
import JSONSchema

/// The words of the published formats and of JSON Schema, which say nothing of anybody's secrets.
enum Vocabulary {
    static let words: Set<[UInt8]> = Set(
        (formatKeys + SchemaWords.all + fields + DocumentKind.allCases.map(\.rawValue)
            + ["true", "false", "null", DocumentHeader.version]
            + [SecretReference.environmentKey, SecretReference.fileKey]).map { Array($0.utf8) })

    /// The hints of the formats, which never quote input.
    static let hints: Set<String> = Set(
        PublishedFormat.allCases.compactMap(\.document).flatMap { document in
            document.records.indices.compactMap { index in
                let node = Node(document: document, index: index)
                return node.key?.hasText("x-hint") ?? false ? node.string : nil
            }
        })

    /// Whether anybody may read the value of this top-level key.
    static func isOpenKey(_ key: ArraySlice<UInt8>) -> Bool {
        openKeys.contains(Array(key))
            || VersionText.isMisspeltKey(String(decoding: key, as: UTF8.self))
    }

    private static let openKeys: Set<[UInt8]> = Set(
        [
            "apiVersion", "kind", "id", "name", "connector", "reseller", "active", "currencies",
            "processingPeriodMinutes", "jsonSchemaFile", "staticJsonFile",
        ].map { Array($0.utf8) })

    /// Whether documents of some kind have this key.
    static func isTopLevelKey(_ name: String) -> Bool {
        keysByKind.values.contains { $0.contains(name) }
    }

    /// The top-level keys of documents of a kind.
    static func keys(of kind: DocumentKind) -> Set<String> { keysByKind[kind] ?? [] }

    private static let keysByKind: [DocumentKind: Set<String>] = Dictionary(
        uniqueKeysWithValues: DocumentKind.allCases.map { kind in
            (kind, Set(keys(of: kind.format)))
        })

    private static func keys(of format: PublishedFormat) -> [String] {
        format.document?.root["properties"]?.members.map(\.name) ?? []
    }

    private static let formatKeys = PublishedFormat.allCases.flatMap(keys)

    /// The keys and types of a settings form.
    private static let fields = [
        "key", "label", "description", "required", "options", "value", "password", "text", "select",
        "radio", "checkbox",
    ]
}
