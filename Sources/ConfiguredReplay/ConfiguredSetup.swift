public import Configuration
internal import Payments
public import Replay

extension ReplaySetup {
    /// What a replay needs of a configuration without errors.
    public init(_ configuration: LoadedConfiguration) {
        precondition(!configuration.hasErrors, "errors are reported before anything is replayed")
        var indices: [String: Int] = [:]
        for (index, connector) in configuration.connectors.enumerated() {
            indices[connector.id] = index
        }
        self.init(
            connectors: configuration.connectors.map {
                Connector(id: $0.id, processingPeriodMinutes: $0.processingPeriodMinutes)
            },
            methods: configuration.methods.map { method in
                guard let connector = indices[method.connector] else {
                    preconditionFailure("without errors, every method has its connector")
                }
                return PaymentMethod(
                    id: method.id, connector: connector, isActive: method.active,
                    currencies: method.currencies.map { Set($0.compactMap(Currency.init(code:))) })
            })
    }
}
