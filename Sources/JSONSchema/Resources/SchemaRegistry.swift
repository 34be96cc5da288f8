import Documents
import SourceText

/// Every schema document that a compilation has seen, with its resources and anchors.
struct SchemaRegistry {
    var resources: [SchemaResource] = []
    /// The schemas that `$dynamicAnchor` names, by the name, and those with `$recursiveAnchor`.
    var dynamicAnchors: [ExactText: [SchemaLocation]] = [:]
    private(set) var recursiveAnchors: [SchemaLocation] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// What must be valid against its resource's meta-schema: documents, and schemas
    /// that a reference leads to although no keyword expects one there.
    var unchecked: [SchemaLocation] = []
    /// Every schema of the first document, reachable from its root or not.
    var schemas: [SchemaLocation] = []
    /// The first document; a meta-schema that it names may become a resource before it.
    private(set) var firstDocument: Document?
    private var resourcesByURI: [ExactText: ResourceID] = [:]
    private var resourcesByRoot: [NodeID: ResourceID] = [:]
    /// Which nodes of each document have been read as schemas.
    var scanned: [ObjectIdentifier: [Bool]] = [:]
    private var languages: [ExactText: Language] = [:]
    private var pointers = PointerIndex()
    private let defaultDialect: Dialect
    private let limits: SchemaLimits
    /// Looking for similar names takes time, and few people read more hints than this.
    var suggestionsLeft = 100
    private let load: (String) -> Node?

    init(
        defaultDialect: Dialect, limits: SchemaLimits = .standard,
        load: @escaping (String) -> Node?
    ) {
        self.defaultDialect = defaultDialect
        self.limits = limits
        self.load = load
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Adds a document that was found at `uri`.
    mutating func add(_ root: Node, at uri: String, isChecked: Bool = false) -> ResourceID {
        if firstDocument == nil { firstDocument = root.document }
        let base = URIReference(uri)
        let language = language(of: root, inheriting: Language(dialect: defaultDialect))
        let id = addResource(
            SchemaResource(
                base: identifier(of: root, in: language, base: base) ?? base,
                root: root, language: language))
        resourcesByURI[ExactText(base.withoutFragment)] = id
        if !isChecked { unchecked.append(SchemaLocation(node: root, resource: id)) }
        scan(root, in: id)
        return id
    }

    /// The resource with this URI, read if it is not known yet.
    mutating func resource(at uri: String) -> ResourceID? {
        if let known = resourcesByURI[ExactText(uri)] { return known }
        if let metaSchema = MetaSchemas.document(uri) {
            return add(metaSchema, at: uri, isChecked: true)
        }
        guard let root = load(uri), root.isSchema, isSmallEnough(root) else { return nil }
        return add(root, at: uri)
    }

    /// Whether a document's size is within the limit; else that is reported.
    mutating func isSmallEnough(_ root: Node) -> Bool {
        let count = root.document.records.count
        if count <= limits.schemaNodes { return true }
        report(
            .schema(
                .schemaInvalid,
                "the document has \(count) nodes; the limit of a schema is \(limits.schemaNodes)",
                at: root))
        return false
    }

    /// The resource that begins at `node`, if one does.
    func resourceRooted(at node: Node) -> ResourceID? {
        resourcesByRoot[NodeID(node)]
    }

    /// The resource that begins at `node`, else `enclosing`.
    func resource(of node: Node, within enclosing: ResourceID) -> ResourceID {
        resourcesByRoot[NodeID(node)] ?? enclosing
    }

    func knownLanguage(_ uri: String) -> Language? { languages[ExactText(uri)] }

    mutating func remember(_ language: Language, for uri: String) {
        languages[ExactText(uri)] = language
    }

    /// The child of `node` that a pointer's token names.
    mutating func child(_ token: String, of node: Node) -> Node? {
        pointers.child(token, of: node)
    }

    /// Reads a schema where no keyword expects one, if that was not done before.
    mutating func scanIfNew(_ location: SchemaLocation) {
        let id = ObjectIdentifier(location.node.document)
        if scanned[id]?[location.node.index] ?? false { return }
        unchecked.append(location)
        scan(location.node, in: location.resource)
    }

    /// Adds a resource, whose identifier must be new.
    mutating func addResource(_ resource: SchemaResource) -> ResourceID {
        let id = resources.count
        resources.append(resource)
        resourcesByRoot[NodeID(resource.root)] = id
        if resource.isRecursiveAnchor {
            recursiveAnchors.append(SchemaLocation(node: resource.root, resource: id))
        }
        let uri = ExactText(resource.base.withoutFragment)
        if let other = resourcesByURI[uri].map({ resources[$0].root }) {
            report(.duplicateIdentifier(of: resource.root, first: other, uri: uri.text))
        } else {
            resourcesByURI[uri] = id
        }
        return id
    }
}
