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
        let findings = Findings(configuration)
        if !configuration.diagnostics.isEmpty {
            try findings.write(to: .standardError)
        }
        try findings.status().end()
        return configuration.methods.filter(\.active).map { method in
            let connector = configuration.connector(method.connector)
            return StreamMethod(
                id: method.id, currencies: currencies(method.currencies),
                periodMinutes: connector?.processingPeriodMinutes)
        }
    }

    /// A method that takes any currency is used with the usual ones.
    private static func currencies(_ codes: [String]?) -> [Currency] {
        codes?.compactMap(Currency.init(code:)) ?? StreamMethod.usualCurrencies
    }
}
