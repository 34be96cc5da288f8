public import Configuration
public import Deployment
import JSONText

/// The connectors of a configuration as a table or as JSON.
public struct ConnectorList: Sendable {
    private let overview: [ConnectorOverview]
    private let state: DeployedState?

    /// - Parameter state: what is deployed, if that is known.
    public init(_ overview: [ConnectorOverview], in state: DeployedState? = nil) {
        self.overview = overview
        self.state = state
    }

    /// One row a connector, below a row of headings; with its number if there is a state.
    public var text: String {
        var table = TextTable()
        table.append(
            ["ID", "NAME", "URL", "PERIOD", "INSTANCES"] + (state == nil ? [] : ["NUMBER", "KEY"]))
        for entry in overview {
            let connector = entry.connector
            table.append(
                [
                    connector.id, connector.shownName, connector.url,
                    connector.processingPeriodMinutes.map { "\($0) min" } ?? "none",
                    String(entry.instances),
                ] + deployed(connector.id))
        }
        return table.text
    }

    private func deployed(_ id: String) -> [String] {
        guard let state else { return [] }
        guard let connector = state.connector(id) else { return ["none", ""] }
        return [String(connector.number), connector.shownFingerprint]
    }

    /// One connector a line.
    public var json: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.rows("connectors", overview) { entry, json in
                json.object { ConnectorJSON.write(entry, state, to: &$0) }
            }
        }
    }
}

extension DeployedConnector {
    /// The fingerprint for people; a dash where it is not shown.
    var shownFingerprint: String { fingerprint ?? "-" }
}

/// What `list` and `show` say of a connector in the same way.
enum ConnectorJSON {
    static func write(
        _ entry: ConnectorOverview, _ state: DeployedState?, to json: inout JSONWriter
    ) {
        let connector = entry.connector
        let deployed = state?.connector(connector.id)
        json.text("id", connector.id)
        json.text("name", connector.shownName)
        json.text("url", connector.url)
        json.number("processingPeriodMinutes", connector.processingPeriodMinutes)
        json.number("instances", entry.instances)
        json.number("number", deployed?.number)
        json.text("fingerprint", deployed?.fingerprint)
    }
}
