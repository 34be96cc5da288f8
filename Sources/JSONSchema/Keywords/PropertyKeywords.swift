import Documents
import SourceText

extension Lowering {
    /// `propertyNames`.
    mutating func lowerNames(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let node = scope.schema.schema(.propertyNames) else { return }
        let names = realChild(node, of: scope)
        draft.add(.propertyNames(names), for: .object, from: Origin(.propertyNames, node))
    }

    /// `properties`, `patternProperties`, `additionalProperties` and `required`: one pass over an
    /// object's members checks them all.
    mutating func lowerProperties(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
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

extension Machine {
    mutating func runPropertyNames(_ block: BlockID, _ index: Int, _ record: NodeRecord) -> Bool {
        var key = index + 1
        for _ in 0..<record.length {
            if !run(block, key) { return false }
            key = Int(view.nodes[key + 1].next)
        }
        return true
    }
}

extension FailureExplainer {
    mutating func explainObject(_ id: Int32, _ index: Int, _ record: NodeRecord) {
        let plan = code.program.objects[Int(id)]
        let origin = code.program.objectOrigins[Int(id)]
        explainMissing(plan, origin, index)
        for member in machine.node(index).members {
            var isTaken = false
            let found = member.key.withText { machine.find($0, in: plan.names) }
            if found >= 0 {
                let entry = code.program.properties[found]
                isTaken = entry.isDeclared
                if entry.block >= 0 { explain(entry.block, member, .properties) }
            }
            for entry in machine.patterns(of: plan, matching: member.key) {
                isTaken = true
                let pattern = code.program.patterns[Int(entry.pattern)].source
                if entry.block >= 0 { explain(entry.block, member, .patternProperties, pattern) }
            }
            if !isTaken, plan.additional >= 0, let additional = origin.additional {
                explainAdditional(
                    plan.additional, member.key, member.value,
                    Origin(.additionalProperties, additional)
                ) { $0.names(declaredBy: id) }
            }
        }
    }

    /// Explains a member under the schema that `keyword` has for it, under a name or its own one.
    private mutating func explain(
        _ block: BlockID, _ member: Member, _ keyword: Keyword, _ name: String? = nil
    ) {
        let schema = code.program.blockOrigins[Int(block)].schema
        explain(
            block, member.value.index, by: Origin(keyword, schema),
            .member(keyword.name, name ?? member.name))
    }

    /// A member that may not be there is wrong at its key, any other one at its value.
    mutating func explainAdditional(
        _ block: BlockID, _ key: Node, _ value: Node, _ origin: Origin, isUnknown: Bool = true,
        known: (inout FailureExplainer) -> [String]
    ) {
        guard machine.flat.blocks[Int(block)].types.isEmpty else {
            explain(block, value.index, by: origin)
            return
        }
        guard !isCountedOnly(at: key.index) else {
            count(origin, key.index)
            return
        }
        guard !isHidden(key.index) else {
            return report(origin, key.index, "has a key that is not allowed")
        }
        let name = key.string ?? ""
        guard isUnknown else {
            return report(
                origin, key.index, "the key \(ValueText.quoted(name)) is not allowed here",
                hint: "only schemas that do not apply to this value declare it")
        }
        let known = known(&self)
        let hint =
            suggestion(for: name, among: known)
            ?? (known.isEmpty
                ? nil
                : "known keys: "
                    + Listing.short(
                        known.prefix(Listing.shortLimit).map(ValueText.quoted), of: known.count,
                        by: "and"))
        report(
            origin, key.index, "unknown key \(ValueText.quoted(name))", hint: hint)
    }

    private mutating func explainMissing(
        _ plan: ObjectPlan, _ origin: ObjectOrigin, _ index: Int
    ) {
        guard plan.requiredCount > 0, let required = origin.required else { return }
        var present: Set<Int> = []
        for member in machine.node(index).members {
            let found = member.key.withText { machine.find($0, in: plan.names) }
            if found >= 0, code.program.properties[found].isRequired { present.insert(found) }
        }
        let missing = Int(plan.requiredCount) - present.count
        if missing == 0 { return }
        let requirement = Origin(.required, required)
        guard !isCountedOnly(at: index) else {
            count(requirement, index)
            return
        }
        var names: [String] = []
        for (name, position) in zip(origin.names, plan.properties.indices)
        where code.program.properties[position].isRequired && !present.contains(position) {
            names.append(name)
            if names.count == Self.mostMissing { break }
        }
        report(requirement, index, Self.missing(names, of: missing))
    }

    /// The missing keys that a message names.
    private static let mostMissing = 20

    /// - Parameter count: how many keys are missing, if these are only the first.
    static func missing(_ names: [String], of count: Int? = nil) -> String {
        let count = count ?? names.count
        let list = Listing.short(
            names.prefix(mostMissing).map(ValueText.quoted), of: count, limit: mostMissing,
            by: "and")
        return count == 1
            ? "the required key \(list) is missing" : "the required keys \(list) are missing"
    }

    mutating func explainNames(
        _ block: BlockID, _ index: Int, _ origin: Origin
    ) {
        for member in machine.node(index).members { explain(block, member.key.index, by: origin) }
    }
}
