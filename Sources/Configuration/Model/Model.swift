import Documents

/// What the documents of a configuration describe, as far as it can be known.
struct Model: Sendable {
    /// The first one, or the assumed one.
    var installation = Installation.assumed
    /// Every installation described; only the first is allowed.
    var installations: [Installation] = []
    var connectors: [Connector] = []
    var methods: [PaymentMethod] = []
    /// What documents hold in which nothing can be believed.
    var salvaged = Salvage()
    /// Whether a connector has no identifier, so that any may be its.
    var hasNamelessConnector = false
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
