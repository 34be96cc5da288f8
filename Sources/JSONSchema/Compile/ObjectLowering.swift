import Documents

extension Lowering {
    mutating func lowerObject(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
        if let node = schema[.minProperties], let count = schema.count(.minProperties), count > 0 {
            draft.add(.minProperties(count), for: .object, from: Origin(.minProperties, node))
        }
        if let node = schema[.maxProperties], let count = schema.count(.maxProperties) {
            draft.add(.maxProperties(count), for: .object, from: Origin(.maxProperties, node))
        }
        if let node = schema.schema(.propertyNames) {
            let names = realChild(node, of: scope)
            draft.add(.propertyNames(names), for: .object, from: Origin(.propertyNames, node))
        }
        var names = PropertyNames()
        declare(scope, &names)
        require(scope, &names)
        let patterns = patternEntries(scope)
        let additional = schema.schema(.additionalProperties)
        if names.entries.isEmpty && patterns.isEmpty && additional == nil { return }
        var plan = ObjectPlan()
        plan.isTracking = scope.marks
        plan.patterns = FlatRange(
            start: Int32(program.patternEntries.count), count: Int32(patterns.count))
        program.patternEntries += patterns
        plan.hasAdditional = additional != nil
        plan.additional = additional.map { child($0, of: scope) } ?? .none
        draft.addObject(
            plan, names, additional: additional, origin: schema.node, to: &program)
    }

    private mutating func declare(_ scope: BlockScope, _ names: inout PropertyNames) {
        guard let properties = scope.schema[.properties] else { return }
        for member in properties.members where member.value.isSchema {
            let block = child(member.value, of: scope)
            names.change(member.name) {
                $0.isDeclared = true
                $0.block = block
            }
        }
    }

    private func require(_ scope: BlockScope, _ names: inout PropertyNames) {
        guard let required = scope.schema[.required], required.kind == .array else { return }
        names.required = required
        for name in required.elements {
            guard let text = name.string else { continue }
            names.change(text) { $0.isRequired = true }
        }
    }

    private mutating func patternEntries(_ scope: BlockScope) -> [PatternEntry] {
        guard let patterns = scope.schema[.patternProperties] else { return [] }
        var entries: [PatternEntry] = []
        for member in patterns.members where member.value.isSchema {
            guard let id = self.patterns.id(of: member.name, at: member.key, in: &program)
            else { continue }
            entries.append(PatternEntry(pattern: id, block: child(member.value, of: scope)))
        }
        return entries
    }
}
