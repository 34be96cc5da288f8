internal import Configuration
internal import Documents
internal import Files
internal import HashKeys
internal import JSONText
internal import SourceText

/// The state file: read, checked, and written.
enum StateFile {
    /// The version of the format that this program writes. It reads those before it, too.
    static let formatVersion = 2
    static let mostBytes = 256 << 20

    /// The state in the file at `path`, not upgraded; nil if there is no file.
    static func read(_ path: String) throws(StateFailure) -> DeployedState? {
        guard let source = try source(path) else { return nil }
        let (document, findings) = JSONReader.read(source)
        guard let root = document?.root, findings.isEmpty else {
            throw .damaged(path: path, line: source.line(at: findings.first?.span.range.start ?? 0))
        }
        if let version = root["formatVersion"]?.number?.integer, version > formatVersion {
            throw .newerVersion(path: path, version: version)
        }
        var reader = StateReader(culprit: root)
        guard let state = reader.state(root) else {
            throw .damaged(path: path, line: source.line(at: reader.culprit.span.range.start))
        }
        return state
    }

    /// The text of a state or a plan; nil if there is no file.
    static func source(_ path: String) throws(StateFailure) -> SourceText? {
        do throws(FileError) {
            guard let file = try OpenFile.open(path) else { return nil }
            return SourceText(path: path, bytes: try file.read(limitBytes: mostBytes))
        } catch {
            throw .file(error)
        }
    }

    /// The content of a file that holds `state`: a resource a line.
    static func bytes(_ state: DeployedState) -> [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", state.formatVersion)
            json.text("lineage", state.lineage)
            json.number("serial", state.serial)
            json.text("installation", state.installation)
            json.number("lastNumber", state.lastNumber)
            json.lineBreak()
            json.rows("connectors", state.connectors) { connector, json in
                ResourceJSON.write(connector.resource, to: &json) { json in
                    json.number("number", connector.number)
                    json.text("fingerprint", connector.fingerprint)
                }
            }
            json.lineBreak()
            json.rows("paymentMethods", state.methods) { ResourceJSON.write($0, to: &$1) }
        }
    }
}

/// Resources as JSON objects, in the state and in plans.
enum ResourceJSON {
    /// Writes the object of `resource`, with what `first` writes before its fields.
    static func write(
        _ resource: Resource, to json: inout JSONWriter,
        _ first: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.object { json in
            json.text("id", resource.id)
            first(&json)
            for field in resource.fields { json.value(field.name, field.value?.text ?? "null") }
        }
    }

    /// The resource that `node` holds; nil if something is missing or of the wrong type.
    static func resource(_ kind: Resource.Kind, _ node: Node) -> Resource? {
        guard let id = node["id"]?.string, Identifier.isValid(id) else { return nil }
        var fields: [Resource.Field] = []
        for name in FieldName.all(of: kind) {
            guard let value = node[name], isSound(value, name) else { return nil }
            let isAbsent = value.kind == .null
            fields.append(.init(name: name, value: isAbsent ? nil : CanonicalJSON(value)))
        }
        return Resource(kind: kind, id: id, fields: fields)
    }

    private static func isSound(_ value: Node, _ field: String) -> Bool {
        switch field {
        case FieldName.name, FieldName.reseller, FieldName.url, FieldName.connector:
            value.kind == .string
        case FieldName.period: value.kind == .null || (value.number?.integer ?? 0) > 0
        case FieldName.active: value.kind == .boolean
        case FieldName.currencies: value.kind == .null || value.kind == .array
        case FieldName.settings: value.kind == .object
        case FieldName.schemaFiles, FieldName.statics, FieldName.key:
            value.kind == .null || value.kind == .object
        default: value.kind != .null
        }
    }
}

/// Reads the parts of a state; `culprit` is what does not fit.
private struct StateReader {
    private(set) var culprit: Node
    /// More changes and connectors than there will ever be, so that one more can always be counted.
    private static let most = 1 << 53

    mutating func state(_ root: Node) -> DeployedState? {
        guard let version = root["formatVersion"]?.number?.integer,
            (1...StateFile.formatVersion).contains(version),
            let lineage = root["lineage"]?.string, KeyFile.isLineage(lineage),
            let serial = root["serial"]?.number?.integer, (1...Self.most).contains(serial),
            let installation = root["installation"],
            let lastNumber = root["lastNumber"]?.number?.integer,
            (0...Self.most).contains(lastNumber),
            let connectors = root["connectors"], connectors.kind == .array,
            let methods = root["paymentMethods"], methods.kind == .array
        else { return nil }
        let found = list(connectors) { Self.connector($0) }
        guard let found, let resources = list(methods, { ResourceJSON.resource(.method, $0) }),
            Self.areInOrder(found, lastNumber), Self.areDifferent(found.map(\.resource)),
            Self.areDifferent(resources)
        else { return nil }
        return DeployedState(
            formatVersion: version, lineage: lineage, serial: serial,
            installation: installation.string,
            lastNumber: lastNumber, connectors: found, methods: resources)
    }

    private mutating func list<Element>(
        _ node: Node, _ read: (Node) -> Element?
    ) -> [Element]? {
        var elements: [Element] = []
        for element in node.elements {
            guard let value = read(element) else {
                culprit = element
                return nil
            }
            elements.append(value)
        }
        return elements
    }

    private static func connector(_ node: Node) -> DeployedConnector? {
        guard let number = node["number"]?.number?.integer, number > 0,
            let fingerprint = node["fingerprint"]?.string,
            let resource = ResourceJSON.resource(.connector, node)
        else { return nil }
        return DeployedConnector(number: number, fingerprint: fingerprint, resource: resource)
    }

    private static func areDifferent(_ resources: [Resource]) -> Bool {
        Set(resources.map { ExactText($0.id) }).count == resources.count
    }

    private static func areInOrder(_ connectors: [DeployedConnector], _ last: Int) -> Bool {
        let numbers = connectors.map(\.number)
        return zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
            && (numbers.last ?? 0) <= last
    }
}
