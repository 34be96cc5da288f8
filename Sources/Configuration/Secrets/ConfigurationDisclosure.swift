import Documents
import JSONSchema

/// Decides which values of a configuration may be shown.
struct ConfigurationDisclosure: Sendable {
    /// The values and keys that are hidden.
    private(set) var hiddenNodes: [Node] = []
    /// What of the static settings and settings of the model is shown.
    private(set) var settings: [Settings] = []
    /// The values in schemas that are those of secrets.
    private(set) var literals: [Node] = []
    /// The schemas that could not be compiled.
    private(set) var unknownSchemas: [Node] = []
    private let schemas: [String: Schema]
    /// What was found out about settings, by their document.
    private var known: [ObjectIdentifier: [Int: Disclosure]] = [:]

    /// Settings, and what of them is shown.
    struct Settings: Sendable {
        let node: Node
        let disclosure: Disclosure
        /// Whether they are a file of their own.
        let isFile: Bool
    }

    init(_ documents: [OwnDocument], _ model: Model, _ schemas: SettingsSchemas) {
        self.schemas = schemas.schemas
        for connector in model.connectors {
            if let schema = schemas.schemas[connector.id] {
                literals += schema.secretLiterals
            } else {
                connector.settingsSchema.map { unknownSchemas.append($0) }
            }
            addStaticFile(of: connector)
        }
        for document in documents where document.sound("id") != nil {
            guard let node = document.kind.settingsKey.flatMap({ document.root[$0] }) else {
                continue
            }
            let found = disclosure(of: node, in: document)
            known[ObjectIdentifier(node.document), default: [:]][node.index] = found
            add(node, found, isFile: false)
        }
        hiddenNodes += literals
    }

    /// Nothing is known of any schema.
    init() {
        schemas = [:]
    }

    private mutating func add(_ node: Node, _ disclosure: Disclosure, isFile: Bool) {
        // Settings that are not an object are reported as such and not looked into.
        if node.kind == .object {
            settings.append(Settings(node: node, disclosure: disclosure, isFile: isFile))
        }
        hiddenNodes += disclosure.hidden.map(\.node)
    }

    /// What is shown of settings in a document: without a schema to tell, only names.
    func disclosure(of settings: Node, in document: OwnDocument) -> Disclosure {
        let connector = document.kind == .connector ? "id" : "connector"
        return disclosure(of: settings, document.sound(connector)?.string)
    }

    /// What is shown of settings that the schema of `connector` describes.
    func disclosure(of settings: Node, _ connector: String?) -> Disclosure {
        if let known = known[ObjectIdentifier(settings.document)]?[settings.index] { return known }
        guard settings.kind == .object else { return .hiding([settings], in: settings) }
        return connector.flatMap { schemas[$0] }?.disclosure(of: settings, hiding: .undeclared)
            ?? .ofUnknown(settings)
    }

    /// Static settings in a file of their own. Where connectors share it, each one's secrets are hidden.
    private mutating func addStaticFile(of connector: Connector) {
        guard let node = connector.staticSettings,
            node.document.source !== connector.node.document.source
        else { return }
        add(node, disclosure(of: node, connector.id), isFile: true)
    }
}

extension DocumentKind {
    /// The key of the settings that documents of this kind may have.
    fileprivate var settingsKey: String? {
        switch self {
        case .connector: "staticJson"
        case .paymentMethod: "settings"
        case .installation, .scenario: nil
        }
    }
}
