public import Configuration
public import Deployment
import SourceText

/// One connector with all that a configuration says of it, but no secret.
public struct ConnectorDetails: Sendable {
    private let entry: ConnectorOverview
    private let statics: [ShownSetting]
    private let settings: [SettingSummary]
    private let rootReseller: String
    private let state: DeployedState?

    /// - Parameter state: what is deployed, if that is known.
    public init(
        _ entry: ConnectorOverview, in configuration: LoadedConfiguration,
        _ state: DeployedState? = nil
    ) {
        self.entry = entry
        self.state = state
        settings = configuration.settingSummaries(of: entry.connector)
        statics = entry.connector.staticSettings.map(configuration.shown) ?? []
        rootReseller = configuration.installation.root?.id ?? ""
    }

    /// For people.
    public var text: String {
        var text = head
        text += section("Settings", settingsTable)
        text += section("Static settings", staticTable)
        text += section("Payment methods", methodTable)
        return text
    }

    private var head: String {
        let connector = entry.connector
        var table = TextTable()
        table.append(["Connector", connector.id])
        table.append(["Name", connector.shownName])
        table.append(["URL", connector.url])
        let period = connector.processingPeriodMinutes.map {
            ReportSummary.count($0, "minute")
        }
        table.append(["Processing period", period ?? "none"])
        table.append(["Instances", String(entry.instances)])
        if let deployed = state?.connector(connector.id) {
            table.append(["Number", String(deployed.number)])
            table.append(["Key fingerprint", deployed.shownFingerprint])
        }
        return table.text
    }

    private func section(_ title: String, _ table: TextTable) -> String {
        let rows = table.text
        return "\n\(title)\n" + (rows.isEmpty ? "  none\n" : rows)
    }

    private var settingsTable: TextTable {
        var table = TextTable(indent: "  ")
        for setting in settings {
            let marks = [
                setting.isRequired ? "required" : nil, setting.isSecret ? "secret" : nil,
            ]
            table.append([
                setting.name, setting.type,
                marks.compactMap { $0 }.joined(separator: ", "), setting.text,
            ])
        }
        return table
    }

    private var staticTable: TextTable {
        var table = TextTable(indent: "  ")
        for setting in statics { table.append([setting.key, setting.text]) }
        return table
    }

    private var methodTable: TextTable {
        var table = TextTable(indent: "  ")
        for method in entry.methods {
            table.append([
                method.id, method.shownName, method.reseller ?? rootReseller,
                method.active ? "active" : "inactive",
                method.currencies?.joined(separator: ", ") ?? "any currency",
            ])
        }
        return table
    }

    /// For programs.
    public var json: [UInt8] {
        var output = Array("{\"formatVersion\":1,".utf8)
        ConnectorJSON.appendFields(of: entry, state, to: &output)
        append("settings", settings, to: &output) { setting, output in
            ConnectorJSON.append("\"name\":", setting.name, to: &output)
            ConnectorJSON.append(",\"type\":", setting.type, to: &output)
            let marks = ",\"required\":\(setting.isRequired),\"secret\":\(setting.isSecret)"
            output.append(contentsOf: marks.utf8)
        }
        append("staticSettings", statics, to: &output) { setting, output in
            ConnectorJSON.append("\"key\":", setting.key, to: &output)
            let value = setting.isRedacted ? "null" : setting.text
            let rest = ",\"value\":\(value),\"redacted\":\(setting.isRedacted)"
            output.append(contentsOf: rest.utf8)
        }
        append("methods", entry.methods, to: &output) { method, output in
            ConnectorJSON.append("\"id\":", method.id, to: &output)
            ConnectorJSON.append(",\"name\":", method.shownName, to: &output)
            ConnectorJSON.append(",\"reseller\":", method.reseller ?? rootReseller, to: &output)
            output.append(contentsOf: ",\"active\":\(method.active),\"currencies\":".utf8)
            output.append(contentsOf: currencies(method).utf8)
        }
        output.append(contentsOf: "}\n".utf8)
        return output
    }

    private func append<Element>(
        _ key: String, _ list: [Element], to output: inout [UInt8],
        _ appendFields: (Element, inout [UInt8]) -> Void
    ) {
        output.append(contentsOf: ",\"\(key)\":[".utf8)
        for (position, element) in list.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            output.append(UInt8(ascii: "{"))
            appendFields(element, &output)
            output.append(UInt8(ascii: "}"))
        }
        output.append(UInt8(ascii: "]"))
    }

    /// Currency codes need no escapes.
    private func currencies(_ method: PaymentMethod) -> String {
        guard let list = method.currencies else { return "null" }
        return "[" + list.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
