import Documents

extension Lowering {
    /// Turns every keyword of a schema into checks.
    mutating func lower(_ scope: BlockScope, into draft: inout BlockDraft) {
        lowerType(scope, into: &draft)
        lowerValues(scope, into: &draft)
        lowerNumbers(scope, into: &draft)
        lowerStrings(scope, into: &draft)
        lowerArrays(scope, into: &draft)
        lowerObjects(scope, into: &draft)
        lowerReferences(scope, into: &draft)
        lowerLogic(scope, into: &draft)
        lowerUnevaluated(scope, into: &draft)
        lowerSecrecy(scope, into: &draft)
    }

    private mutating func lowerSecrecy(_ scope: BlockScope, into draft: inout BlockDraft) {
        if scope.schema.isOpen { draft.flags.insert(.isOpen) }
        guard scope.schema.isSecret else { return }
        draft.flags.insert(.isSecret)
        program.hasSecrets = true
    }
}

extension Origin {
    init(_ keyword: Keyword, _ schema: Node) {
        self.init(keyword: keyword.name, schema: schema)
    }
}
