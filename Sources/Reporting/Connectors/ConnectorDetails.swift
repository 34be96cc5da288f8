public import Configuration
public import Deployment
import JSONText
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
            Listing.count($0, "minute")
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
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            ConnectorJSON.write(entry, state, to: &json)
            json.list("settings", settings) { setting, json in
                json.object { json in
                    json.text("name", setting.name)
                    json.text("type", setting.type)
                    json.boolean("required", setting.isRequired)
                    json.boolean("secret", setting.isSecret)
                }
            }
            json.list("staticSettings", statics) { setting, json in
                json.object { json in
                    json.text("key", setting.key)
                    json.value("value", setting.isRedacted ? "null" : setting.text)
                    json.boolean("redacted", setting.isRedacted)
                }
            }
            json.list("methods", entry.methods) { method, json in
                json.object { json in
                    json.text("id", method.id)
                    json.text("name", method.shownName)
                    json.text("reseller", method.reseller ?? rootReseller)
                    json.boolean("active", method.active)
                    json.texts("currencies", method.currencies)
                }
            }
        }
    }
}
