internal import HashKeys
internal import SourceText

/// What is to be changed, and whether it may.
public struct Plan: Sendable {
    /// Who acts.
    public let actor: String
    /// Whether the actor may see connectors, which only the root reseller may.
    public let seesConnectors: Bool
    /// The state that it was made for; nil before the first change.
    public internal(set) var base: Base?
    /// The state that it was made for in the current format, where that was kept in an earlier one.
    let upgraded: DeployedState?
    /// In the order in which they are made.
    public internal(set) var changes: [Change]
    /// Why it must not be carried out.
    public let refusals: [Refusal]
    /// What the actor may not do.
    public let denials: [Denial]
    public let desired: DesiredResources

    /// Which state, and at which time.
    public struct Base: Sendable, Equatable {
        public let lineage: String
        public let serial: Int
        /// SHA-256 of the state: two states may have one serial, after one was taken from a copy.
        public let digest: String

        init(_ state: DeployedState) {
            lineage = state.lineage
            serial = state.serial
            // A shared key could be guessed from the digest, too.
            let kept =
                state.hasPlainFingerprints ? state.withSharedFingerprints { _ in nil } : state
            digest = SHA256Text.digest(of: StateFile.bytes(kept))
        }
    }

    /// A change that the actor may not make, and who may.
    public struct Denial: Sendable {
        public let action: Change.Action
        public let kind: Resource.Kind
        public let id: String
        public let managers: [String]
    }
}

extension Plan {
    /// Compares what is desired with what is there.
    ///
    /// - Parameter isStrict: whether the schema of a connector with payment methods must not change at
    ///   all.
    public init(
        from state: DeployedState?, to desired: DesiredState, by actor: String, isStrict: Bool
    ) {
        self.actor = actor
        self.desired = desired.resources
        seesConnectors = desired.resellers.mayManageConnectors(actor)
        base = state.map(Base.init)
        let current = state?.upgraded(to: desired)
        upgraded = state?.isOfEarlierFormat ?? false ? current : nil
        var changes = ChangeList(from: current, to: desired.resources).changes
        if let state {
            let protection = Protection(state, desired, isStrict: isStrict)
            refusals = protection.refusals(changes)
            if refusals.isEmpty {
                for index in changes.indices {
                    let methods = protection.validatedMethods(changes[index])
                    methods.map { changes[index].notes.append(.settingsStayValid(methods: $0)) }
                }
            }
        } else {
            refusals = []
        }
        self.changes = changes
        denials = changes.compactMap { Self.denial($0, actor, desired.resellers) }
    }

    /// A plan that was made and allowed before, with its changes worked out again.
    ///
    /// - Parameter upgraded: the state in the current format, where it was kept in an earlier one.
    init(
        _ desired: DesiredResources, from state: DeployedState?, upgraded: DeployedState?,
        by actor: String, seesConnectors: Bool
    ) {
        self.actor = actor
        self.seesConnectors = seesConnectors
        self.desired = desired
        base = state.map(Base.init)
        self.upgraded = upgraded
        changes = ChangeList(from: upgraded ?? state, to: desired).changes
        refusals = []
        denials = []
    }

    private static func denial(
        _ change: Change, _ actor: String, _ resellers: Resellers
    ) -> Denial? {
        let managers: [String]
        switch change.kind {
        case .connector:
            if resellers.mayManageConnectors(actor) { return nil }
            managers = [resellers.root]
        case .method:
            if change.resellers.allSatisfy({ resellers.may(actor, manage: $0) }) { return nil }
            // Whoever moves a method from one reseller to another manages both.
            managers =
                change.resellers.map(resellers.managers).reduce(nil) { common, list in
                    common.map { known in
                        known.filter { name in list.contains { ByteOrder.equal($0, name) } }
                    } ?? list
                } ?? []
        }
        return Denial(
            action: change.action, kind: change.kind, id: change.id, managers: managers)
    }
}
