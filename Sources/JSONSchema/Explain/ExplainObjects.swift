import Documents
import SourceText

extension Explainer {
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
                    Origin(.additionalProperties, additional),
                    known: declaredNames(plan, origin))
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
            .member(keyword.rawValue, name ?? member.name))
    }

    /// A member that may not be there is wrong at its key, any other one at its value.
    mutating func explainAdditional(
        _ block: BlockID, _ key: Node, _ value: Node, _ origin: Origin, known: [String]
    ) {
        guard machine.flat.blocks[Int(block)].types.isEmpty else {
            explain(block, value.index, by: origin)
            return
        }
        guard !isHidden(key.index) else {
            return report(origin, key.index, "has a key that is not allowed")
        }
        let name = key.string ?? ""
        let hint =
            suggestion(for: name, among: known)
            ?? (known.isEmpty
                ? nil : "known keys: " + Listing.short(known.map(ValueText.quoted), by: "and"))
        report(
            origin, key.index, "unknown key \(ValueText.quoted(name))", hint: hint)
    }

    private func declaredNames(_ plan: ObjectPlan, _ origin: ObjectOrigin) -> [String] {
        zip(origin.names, plan.properties.indices)
            .filter { code.program.properties[$1].isDeclared }.map(\.0)
    }

    private mutating func explainMissing(
        _ plan: ObjectPlan, _ origin: ObjectOrigin, _ index: Int
    ) {
        guard plan.requiredCount > 0, let required = origin.required else { return }
        var present: Set<Int> = []
        for member in machine.node(index).members {
            present.insert(member.key.withText { machine.find($0, in: plan.names) })
        }
        let missing = zip(origin.names, plan.properties.indices)
            .filter { code.program.properties[$1].isRequired && !present.contains($1) }.map(\.0)
        if missing.isEmpty { return }
        report(Origin(.required, required), index, Explainer.missing(missing))
    }

    static func missing(_ names: [String]) -> String {
        let list = Listing.short(names.map(ValueText.quoted), limit: 20, by: "and")
        return names.count == 1
            ? "the required key \(list) is missing" : "the required keys \(list) are missing"
    }

    mutating func explainNames(
        _ block: BlockID, _ index: Int, _ record: NodeRecord, _ origin: Origin
    ) {
        for member in machine.node(index).members { explain(block, member.key.index, by: origin) }
    }

    mutating func explainDependentSchemas(
        _ id: Int32, _ index: Int, _ record: NodeRecord, _ origin: Origin
    ) {
        let plan = code.program.dependentSchemas[Int(id)]
        for member in machine.node(index).members {
            let block = member.key.withText { machine.find($0, in: plan.names) }
            let application = Application.member(origin.keyword, member.name)
            if block >= 0 { explain(BlockID(block), index, by: origin, application) }
        }
    }

    mutating func explainDependentRequired(
        _ id: Int32, _ index: Int, _ record: NodeRecord, _ origin: Origin
    ) {
        let names = code.program.dependentOrigins[Int(id)]
        var missing: [(present: Int, wanted: [String])] = []
        machine.forEachMissingDependency(id, index, record) { present, wanted in
            if missing.last?.present != present { missing.append((present, [])) }
            missing[missing.count - 1].wanted.append(names[wanted])
            return true
        }
        let parts = missing.map {
            Explainer.missing($0.wanted) + " beside \(ValueText.quoted(names[$0.present]))"
        }
        if !parts.isEmpty { report(origin, index, parts.joined(separator: "; ")) }
    }
}
