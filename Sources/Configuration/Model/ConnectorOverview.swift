/// A connector as the root reseller sees it: with its payment methods among all resellers.
public struct ConnectorOverview: Sendable {
    public let connector: Connector
    public let methods: [PaymentMethod]

    /// The number of payment methods that use this connector.
    public var instances: Int { methods.count }
}

extension LoadedConfiguration {
    /// The connectors in the order of their identifiers, each with its payment methods.
    public var overview: [ConnectorOverview] {
        let methods = Dictionary(grouping: self.methods, by: \.connector)
        return connectors.sorted { $0.id < $1.id }.map {
            ConnectorOverview(connector: $0, methods: methods[$0.id] ?? [])
        }
    }

    /// Whether `reseller` may see and manage connectors: only the root reseller may.
    public func maySeeConnectors(_ reseller: String) -> Bool {
        installation.root?.id == reseller
    }
}
