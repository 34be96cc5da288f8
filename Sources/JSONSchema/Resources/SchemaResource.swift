package import Documents
import SourceText

/// A schema with a URI of its own: a whole document, or a schema with `$id` inside one.
struct SchemaResource {
    /// Absolute where the document's URI is, and without a fragment.
    let base: URIReference
    let root: Node
    let language: Language
    /// The schemas that `$anchor` (or an `$id` with a fragment) and `$dynamicAnchor` name.
    var anchors: [ExactText: Node] = [:]
    /// Those of them that `$dynamicAnchor` names.
    var dynamicAnchors: [ExactText: Node] = [:]

    /// Whether the schema gives its URI itself.
    var hasOwnIdentifier: Bool { root[language.dialect.identifierKeyword]?.string != nil }

    /// Whether the resource says `$recursiveAnchor: true`.
    var isRecursiveAnchor: Bool {
        language.dialect == .draft2019
            && root[.recursiveAnchor]?.boolean == true
    }
}

/// The position of a resource in the registry.
package typealias ResourceID = Int

/// A schema, and the resource that it belongs to.
package struct SchemaLocation {
    package let node: Node
    package let resource: ResourceID
}
