internal import Documents
internal import SourceText

/// The changes that turn a state into what is desired, in the order in which they depend on each other:
/// payment methods go first and come last, so that no method is ever without its connector.
struct ChangeList {
    private let state: DeployedState?
    private let desired: DesiredResources
    private let oldValues: OldValues
    private(set) var changes: [Change] = []

    init(from state: DeployedState?, to desired: DesiredResources) {
        self.state = state
        self.desired = desired
        oldValues = OldValues(state, desired)
        let connectors = state?.connectors ?? []
        let (oldConnectors, oldMethods) = (connectors.map(\.resource), state?.methods ?? [])
        delete(oldMethods, notIn: desired.methods)
        createAndUpdate(desired.connectors, oldConnectors)
        createAndUpdate(desired.methods, oldMethods)
        delete(oldConnectors, notIn: desired.connectors)
    }

    private mutating func delete(_ old: [Resource], notIn new: [Resource]) {
        let kept = Set(new.map { ExactText($0.id) })
        for resource in old where !kept.contains(ExactText(resource.id)) {
            append(
                .delete, resource, [], resource.kind == .connector ? [.keyDeleted] : [],
                [resource.reseller])
        }
    }

    private mutating func createAndUpdate(_ new: [Resource], _ old: [Resource]) {
        let known = old.byExactText(\.id)
        let names = Set(new.map { ExactText($0.id) })
        let gone = old.filter { !names.contains(ExactText($0.id)) }
        for resource in new {
            guard let before = known[ExactText(resource.id)] else {
                append(
                    .create, resource, FieldComparison(creating: resource).changes,
                    Self.creationNotes(resource, gone), [resource.reseller])
                continue
            }
            guard !before.isSame(as: resource) else { continue }
            append(
                .update, resource, FieldComparison(before, resource, oldValues).changes,
                Self.updateNotes(before, resource), [before.reseller, resource.reseller])
        }
    }

    private mutating func append(
        _ action: Change.Action, _ resource: Resource, _ fields: [FieldChange],
        _ notes: [Change.Note], _ resellers: [String]
    ) {
        let number = resource.kind == .connector ? state?.connector(resource.id)?.number : nil
        changes.append(
            Change(
                action: action, kind: resource.kind, id: resource.id, number: number,
                fields: fields, notes: notes, resellers: resellers))
    }

    // MARK: What it means

    private static func creationNotes(_ new: Resource, _ gone: [Resource]) -> [Change.Note] {
        var notes: [Change.Note] = []
        if new.kind == .connector { notes.append(keyNote(new)) }
        if let old = gone.first(where: { $0.isSame(as: new) }) {
            notes.append(.looksLikeRenaming(from: old.id))
        }
        return notes
    }

    private static func updateNotes(_ old: Resource, _ new: Resource) -> [Change.Note] {
        var notes: [Change.Note] = []
        if old[FieldName.period] != new[FieldName.period] {
            notes.append(
                .periodChanged(
                    oldMinutes: old.periodMinutes, newMinutes: new.periodMinutes))
        }
        if old[FieldName.key] != new[FieldName.key] { notes.append(keyNote(new)) }
        return notes
    }

    private static func keyNote(_ connector: Resource) -> Change.Note {
        connector.keyVariable.map { .keyShared(variable: $0) } ?? .keyGenerated
    }
}

extension Resource {
    /// The processing period of a connector.
    var periodMinutes: Int? { self[FieldName.period]?.document.root.number?.integer }

    /// The environment variable that holds the hash key of a connector; nil: it is generated.
    var keyVariable: String? { self[FieldName.key]?.document.root["$env"]?.string }
}
