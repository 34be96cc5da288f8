internal import Configuration
internal import Documents
internal import JSONSchema
internal import SourceText

/// Why a change must not be made.
public struct Refusal: Sendable {
    public let connector: String
    public let reason: Reason

    public enum Reason: Sendable {
        /// It is deleted, and these payment methods use it.
        case inUse(methods: [String])
        /// Its schema changes, and under the new one the stored settings of these methods are not valid.
        case settingsBecomeInvalid([InvalidMethod])
        /// Its schema changes, and the platform allows that only for a connector without methods.
        case schemaOfUsedConnector(methods: [String])
    }

    /// A payment method whose stored settings would not be valid any more.
    public struct InvalidMethod: Sendable {
        public let id: String
        /// What is wrong, with the pointer of the setting.
        public let problems: [(pointer: String, message: String)]
    }
}

/// Protects connectors that have payment methods (`spec/deployment.md`).
struct Protection {
    private let state: DeployedState
    private let desired: DesiredState
    private let isStrict: Bool
    /// The methods that are still there when connectors change, by connector.
    private let remaining: [ExactText: [Resource]]

    init(_ state: DeployedState, _ desired: DesiredState, isStrict: Bool) {
        self.state = state
        self.desired = desired
        self.isStrict = isStrict
        let kept = Set(desired.resources.methods.map { ExactText($0.id) })
        remaining = Dictionary(
            grouping: state.methods.filter { kept.contains(ExactText($0.id)) }
        ) { ExactText($0.connector) }
    }

    func refusals(_ changes: [Change]) -> [Refusal] {
        changes.filter { $0.kind == .connector }.compactMap { change in
            switch change.action {
            case .create: nil
            case .delete: deletion(change)
            case .update: update(change)
            }
        }
    }

    /// Methods that are moved to another connector in the same plan do not keep theirs.
    private func deletion(_ change: Change) -> Refusal? {
        let users = desired.resources.methods.filter { ByteOrder.equal($0.connector, change.id) }
        guard !users.isEmpty else { return nil }
        return Refusal(connector: change.id, reason: .inUse(methods: users.map(\.id)))
    }

    private func update(_ change: Change) -> Refusal? {
        let users = methods(of: change.id)
        guard changesSchema(change), !users.isEmpty else { return nil }
        if isStrict {
            return Refusal(
                connector: change.id, reason: .schemaOfUsedConnector(methods: users.map(\.id)))
        }
        guard let schema = desired.schemas[change.id] else {
            preconditionFailure("a configuration without errors has the schemas of its connectors")
        }
        let invalid = users.compactMap { Self.check($0, schema) }
        guard !invalid.isEmpty else { return nil }
        return Refusal(connector: change.id, reason: .settingsBecomeInvalid(invalid))
    }

    private func methods(of connector: String) -> [Resource] {
        remaining[ExactText(connector)] ?? []
    }

    private func changesSchema(_ change: Change) -> Bool {
        change.fields.contains { field in
            let name = field.path.prefix { $0 != "/" }
            return name == FieldName.schema || name == FieldName.schemaFiles
        }
    }

    /// How many stored settings were found to stay valid, for the plan to say.
    func validatedMethods(_ change: Change) -> Int? {
        guard change.action == .update, change.kind == .connector, changesSchema(change) else {
            return nil
        }
        let count = methods(of: change.id).count
        return count > 0 ? count : nil
    }

    private static func check(_ method: Resource, _ schema: Schema) -> Refusal.InvalidMethod? {
        guard let settings = method[FieldName.settings]?.document else { return nil }
        let document = SecretReferences.replaced(
            in: settings, below: settings.root.index, digestKey: SecretDigests.key)
        // The value that a digest replaces is not known, not even its type.
        let failures = schema.failures(of: document.root, hiding: .undeclared).filter {
            !$0.instance.isOpaque || SecretReference(opaque: $0.instance) != nil
        }
        guard !failures.isEmpty else { return nil }
        let disclosure = schema.disclosure(of: document.root, hiding: .undeclared)
        return Refusal.InvalidMethod(
            id: method.id,
            problems: failures.map {
                (disclosure.shownAncestor(of: $0.instance).pointer, $0.message)
            })
    }
}
