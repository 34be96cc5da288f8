public import Configuration
public import Deployment
import Documents

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
        var output = Array("{\"formatVersion\":1,\"connectors\":[".utf8)
        for (position, entry) in overview.enumerated() {
            output.append(contentsOf: (position == 0 ? "\n" : ",\n").utf8)
            output.append(UInt8(ascii: "{"))
            ConnectorJSON.appendFields(of: entry, state, to: &output)
            output.append(UInt8(ascii: "}"))
        }
        output.append(contentsOf: "\n]}\n".utf8)
        return output
    }
}

extension DeployedConnector {
    /// The fingerprint for people; a dash where it is not shown.
    var shownFingerprint: String { fingerprint ?? "-" }
}

/// What `list` and `show` say of a connector in the same way.
enum ConnectorJSON {
    static func appendFields(
        of entry: ConnectorOverview, _ state: DeployedState?, to output: inout [UInt8]
    ) {
        let connector = entry.connector
        append("\"id\":", connector.id, to: &output)
        append(",\"name\":", connector.shownName, to: &output)
        append(",\"url\":", connector.url, to: &output)
        let period = connector.processingPeriodMinutes.map { String($0) } ?? "null"
        let rest = ",\"processingPeriodMinutes\":\(period),\"instances\":\(entry.instances)"
        output.append(contentsOf: rest.utf8)
        let deployed = state?.connector(connector.id)
        let number = deployed.map { String($0.number) } ?? "null"
        output.append(contentsOf: ",\"number\":\(number),\"fingerprint\":".utf8)
        if let fingerprint = deployed?.fingerprint {
            JSONWriter.append(fingerprint, to: &output)
        } else {
            output.append(contentsOf: "null".utf8)
        }
    }

    static func append(_ key: String, _ value: String, to output: inout [UInt8]) {
        output.append(contentsOf: key.utf8)
        JSONWriter.append(value, to: &output)
    }
}
