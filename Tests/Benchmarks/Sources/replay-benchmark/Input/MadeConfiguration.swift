import Foundation
import Generation
import Payments

/// A configuration for the streams that are made.
enum MadeConfiguration {
    /// Writes a connector and the methods of streams into a new folder, whose path it gives.
    static func write(to folder: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        let path = URL(filePath: folder).appending(path: "shop.yaml")
        try Data(text(StreamMethod.usual).utf8).write(to: path)
        return folder
    }

    /// The documents: a connector for each period, and the methods.
    private static func text(_ methods: [StreamMethod]) -> String {
        let periods = Set(methods.map(\.periodMinutes)).sorted { ($0 ?? 0) < ($1 ?? 0) }
        return (periods.map(connector) + methods.map(method)).joined(separator: "---\n")
    }

    private static func connector(_ periodMinutes: Int?) -> String {
        """
        apiVersion: connectorctl/v1
        kind: Connector
        id: \(connectorID(periodMinutes))
        name: Example
        url: https://gateway.example.com
        jsonSchema: {type: object}
        \(periodMinutes.map { "processingPeriodMinutes: \($0)\n" } ?? "")
        """
    }

    private static func method(_ method: StreamMethod) -> String {
        """
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: \(method.id)
        name: \(method.id)
        connector: \(connectorID(method.periodMinutes))
        currencies: [\(method.currencies.map(\.code).joined(separator: ", "))]
        settings: {}

        """
    }

    private static func connectorID(_ periodMinutes: Int?) -> String {
        periodMinutes.map { "example-\($0)" } ?? "example"
    }
}
