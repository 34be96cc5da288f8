import Documents
import SourceText

extension Lowering {
    /// `dependentRequired`, `dependentSchemas`, and `dependencies`, which was both.
    mutating func lowerDependencies(_ scope: BlockScope, into draft: inout BlockDraft) {
        for keyword in [Keyword.dependentRequired, .dependentSchemas, .dependencies] {
            guard let value = scope.schema[keyword] else { continue }
            let members = Array(value.members)
            let origin = Origin(keyword, value)
            if keyword != .dependentSchemas {
                require(members.filter { $0.value.kind == .array }, from: origin, into: &draft)
            }
            if keyword != .dependentRequired {
                apply(
                    members.filter { $0.value.isSchema }, from: origin, scope, into: &draft)
            }
        }
    }

    private mutating func require(
        _ members: [Member], from origin: Origin, into draft: inout BlockDraft
    ) {
        if members.isEmpty { return }
        var names = PropertyNames()
        var wanted: [ExactText: [String]] = [:]
        for member in members {
            names.change(member.name) { _ in }
            wanted[ExactText(member.name)] = member.value.elements.compactMap(\.string)
        }
        for list in members.map({ wanted[ExactText($0.name)] ?? [] }) {
            for name in list { names.change(name) { _ in } }
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: names.names.enumerated().map { (ExactText($1), Int32($0)) })
        let start = Int32(program.nameLists.count)
        for name in names.names {
            let ids = (wanted[ExactText(name)] ?? []).compactMap { numbers[ExactText($0)] }
            program.nameLists.append(
                FlatRange(start: Int32(program.nameIDs.count), count: Int32(ids.count)))
            program.nameIDs += ids
        }
        let table = program.add(names: names.names.enumerated().map { ($1, Int32($0)) })
        program.dependentNames.append(
            DependentNamesPlan(
                names: table, lists: FlatRange(start: start, count: Int32(names.names.count))))
        program.dependentOrigins.append(names.names)
        let id = Int32(program.dependentNames.count - 1)
        draft.add(.object(.dependentRequired(id)), for: .object, from: origin)
    }

    private mutating func apply(
        _ members: [Member], from origin: Origin, _ scope: BlockScope,
        into draft: inout BlockDraft
    ) {
        if members.isEmpty { return }
        let targets = members.map {
            ($0.name, sameValue($0.value, of: scope, keyword: $0.value))
        }
        program.dependentSchemas.append(DependentSchemasPlan(names: program.add(names: targets)))
        let id = Int32(program.dependentSchemas.count - 1)
        draft.add(.dependentSchemas(id), for: .object, from: origin)
    }
}

extension Machine {
    mutating func runDependentSchemas(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        let plan = code.program.dependentSchemas[Int(id)]
        var key = index + 1
        for _ in 0..<record.length {
            let block = find(view.nodes + key, in: plan.names)
            if block >= 0 && !run(BlockID(block), index) { return false }
            key = Int(view.nodes[key + 1].next)
        }
        return true
    }

    mutating func runDependentRequired(_ id: Int32, _ index: Int, _ record: NodeRecord) -> Bool {
        var holds = true
        forEachMissingDependency(id, index, record) { _, _ in
            holds = false
            return false
        }
        return holds
    }

    /// Calls `body` with each present name and a missing one that it asks for, as numbers within
    /// the plan, until it returns false. The marks serve as the set of the names that are present.
    mutating func forEachMissingDependency(
        _ id: Int32, _ index: Int, _ record: NodeRecord, _ body: (Int, Int) -> Bool
    ) {
        let plan = code.program.dependentNames[Int(id)]
        let frame = marks.push(Int(plan.lists.count))
        defer { marks.drop(frame) }
        var key = index + 1
        for _ in 0..<record.length {
            let found = find(view.nodes + key, in: plan.names)
            if found >= 0 { marks.insert(found) }
            key = Int(view.nodes[key + 1].next)
        }
        for name in 0..<Int(plan.lists.count) where marks.contains(name) {
            let list = code.program.nameLists[Int(plan.lists.start) + name]
            for position in list.indices {
                let wanted = Int(code.program.nameIDs[position])
                if !marks.contains(wanted) && !body(name, wanted) { return }
            }
        }
    }
}

extension FailureExplainer {
    mutating func explainDependentSchemas(
        _ id: Int32, _ index: Int, _ origin: Origin
    ) {
        let plan = code.program.dependentSchemas[Int(id)]
        for member in machine.node(index).members {
            let block = member.key.withText { machine.find($0, in: plan.names) }
            let application = Application.member(origin.keyword, member.name)
            if block >= 0 { explain(BlockID(block), index, by: origin, application) }
        }
    }

    mutating func explainDependentRequired(
        _ id: Int32, _ index: Int, _ origin: Origin
    ) {
        let names = code.program.dependentOrigins[Int(id)]
        var missing: [(present: Int, wanted: [String])] = []
        machine.forEachMissingDependency(id, index, machine.view.records[index]) {
            present, wanted in
            if missing.last?.present != present { missing.append((present, [])) }
            missing[missing.count - 1].wanted.append(names[wanted])
            return true
        }
        let parts = missing.map {
            FailureExplainer.missing($0.wanted) + " beside \(ValueText.quoted(names[$0.present]))"
        }
        if !parts.isEmpty { report(origin, index, parts.joined(separator: "; ")) }
    }
}
