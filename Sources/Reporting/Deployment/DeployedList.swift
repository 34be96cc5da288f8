public import Deployment
import Documents

/// The connectors that an installation has: their numbers, names and instances.
public struct DeployedList: Sendable {
    private let state: DeployedState

    public init(_ state: DeployedState) {
        self.state = state
    }

    public var text: String {
        var table = TextTable()
        table.append(["NUMBER", "ID", "NAME", "INSTANCES", "KEY"])
        let instances = state.instances
        for connector in state.connectors {
            table.append([
                String(connector.number), connector.resource.id, connector.name,
                String(instances[connector.resource.id] ?? 0), connector.shownFingerprint,
            ])
        }
        return table.text
    }
}

extension DeployedConnector {
    fileprivate var name: String {
        resource["name"]?.document.root.string ?? ""
    }
}
