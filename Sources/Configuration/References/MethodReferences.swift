import Documents
public import SourceText

extension DiagnosticCode {
    /// A payment method names a connector that does not exist.
    public static let connectorUnknown = DiagnosticCode(
        "connector-unknown", .error,
        reason: "`connector` names a connector of the configuration by its id.",
        remedy: "Correct the id, or add the connector.")
}

/// Rule: the connector and the reseller of a payment method exist.
enum MethodReferences {
    static func check(_ model: Model) -> [Diagnostic] {
        let names = model.connectorIndices.keys.sorted(by: ByteOrder.precedes)
        var connectors = NameSuggestions(names)
        var resellers = NameSuggestions(model.installation.resellers.map(\.id))
        return model.methods.flatMap { method in
            [
                connector(of: method, in: model, &connectors),
                reseller(of: method, in: model, &resellers),
            ].compactMap { $0 }
        }
    }

    private static func connector(
        of method: PaymentMethod, in model: Model, _ suggestions: inout NameSuggestions
    ) -> Diagnostic? {
        let id = method.connector
        guard let node = method.node["connector"], !id.isEmpty,
            model.connectorIndices[id] == nil, !model.salvaged.mayHold(id)
        else { return nil }
        let hint = suggestions.hint(for: id)
        // The connector without an identifier is probably this one.
        if hint == nil, model.hasNamelessConnector { return nil }
        return Diagnostic(
            .connectorUnknown, "there is no connector `\(id)`", at: node,
            hint: hint ?? suggestions.listing)
    }

    private static func reseller(
        of method: PaymentMethod, in model: Model, _ suggestions: inout NameSuggestions
    ) -> Diagnostic? {
        guard let reseller = method.reseller, let node = method.node["reseller"] else {
            return nil
        }
        return KnownResellers.check(reseller, at: node, in: model, &suggestions)
    }
}
