internal import Documents
internal import Payments
public import Replay

extension ReplaySetup {
    /// A configuration that replays like this one, as YAML documents: what a scenario needs beside it
    /// where nobody has written one.
    public var yaml: String {
        let connectors = connectors.map(Self.yaml)
        let methods = methods.map { method in
            Self.yaml(method, connector: self.connectors[method.connector].id)
        }
        return (connectors + methods).joined(separator: "---\n")
    }

    private static func yaml(_ connector: Connector) -> String {
        var lines = head("Connector", connector.id)
        lines.append("name: " + YAMLText.string(connector.id))
        lines.append("url: https://gateway.example/" + connector.id)
        if let minutes = connector.processingPeriodMinutes {
            lines.append("processingPeriodMinutes: \(minutes)")
        }
        lines.append("jsonSchema: {type: object}")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func yaml(_ method: PaymentMethod, connector: String) -> String {
        var lines = head("PaymentMethod", method.id)
        lines.append("name: " + YAMLText.string(method.id))
        lines.append("connector: " + YAMLText.string(connector))
        if !method.isActive { lines.append("active: false") }
        if let currencies = method.currencies {
            let codes = currencies.map(\.code).sorted()
            lines.append("currencies: [" + codes.joined(separator: ", ") + "]")
        }
        lines.append("settings: {}")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func head(_ kind: String, _ id: String) -> [String] {
        ["apiVersion: connectorctl/v1", "kind: " + kind, "id: " + YAMLText.string(id)]
    }
}
