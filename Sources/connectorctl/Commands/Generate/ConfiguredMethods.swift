import Configuration
import Generation
import Payments

/// The methods that a configuration lets clients pay with.
enum ConfiguredMethods {
    /// The active methods of the configuration in `folder`. Says what is wrong with it, and ends the
    /// command if that is an error, or if `outputs` would replace it.
    static func load(_ folder: String, guarding outputs: OutputGuard) throws -> [StreamMethod] {
        let configuration = try Configuration.load(paths: [folder])
        try outputs.check(with: configuration)
        try Findings(configuration).check()
        return configuration.methods.filter(\.active).map { method in
            let connector = configuration.connector(method.connector)
            return StreamMethod(
                id: method.id,
                currencies: method.currencies.map { $0.compactMap(Currency.init(code:)) }
                    ?? StreamMethod.usualCurrencies,
                periodMinutes: connector?.processingPeriodMinutes)
        }
    }
}
