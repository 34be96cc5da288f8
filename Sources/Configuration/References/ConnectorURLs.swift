import Documents
public import SourceText

extension DiagnosticCode {
    /// A connector's URL cannot be used.
    public static let connectorURLInvalid = DiagnosticCode(
        "connector-url-invalid", .error,
        reason: "The platform sends requests to this URL. It must be absolute, with the scheme "
            + "https, a host and, if need be, a port from 1 to 65535, a path and a query; user "
            + "info would put a password in a file that people read, and a fragment is never "
            + "sent.",
        remedy: "Write a URL such as https://gateway.example.com/v2. Credentials belong in the "
            + "settings, as secret references.")

    /// A connector's URL is not encrypted.
    public static let connectorURLNotHTTPS = DiagnosticCode(
        "connector-url-not-https", .warning,
        reason: "Over http, anybody along the way can read and change payments.",
        remedy: "Write https, unless the gateway is a test on the same machine.")
}

/// Rule: requests can be sent to a connector's URL.
enum ConnectorURLs {
    static func check(_ model: Model) -> [Diagnostic] {
        model.connectors.compactMap { connector in
            guard let node = connector.node["url"], node.kind == .string else { return nil }
            return finding(connector.url, node)
        }
    }

    private static func finding(_ url: String, _ node: Node) -> Diagnostic? {
        do {
            let scheme = try GatewayURL(url).scheme
            guard scheme == .http else { return nil }
            return Diagnostic(
                .connectorURLNotHTTPS, "requests to this URL are not encrypted", at: node,
                hint: "write https instead of http")
        } catch {
            return Diagnostic(.connectorURLInvalid, error.message, at: node, hint: error.hint)
        }
    }
}
