import Documents

/// What the documents of a configuration describe, as far as it can be known.
struct Model: Sendable {
    /// The first one, or the assumed one.
    var installation = Installation.assumed
    /// Every installation described; only the first is allowed.
    var installations: [Installation] = []
    var connectors: [Connector] = []
    var methods: [PaymentMethod] = []
    /// Identifiers of documents, of any kind, in which nothing else can be believed.
    var doubtfulIdentifiers: Set<String> = []
    /// Every document with a sound `id`, in order.
    var identified: [(kind: DocumentKind, id: String, node: Node)] = []

    /// The first connector with this identifier.
    func connector(_ id: String) -> Connector? {
        connectorIndices[id].map { connectors[$0] }
    }

    private(set) var connectorIndices: [String: Int] = [:]

    mutating func append(_ connector: Connector) {
        if connectorIndices[connector.id] == nil {
            connectorIndices[connector.id] = connectors.count
        }
        connectors.append(connector)
    }
}
