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
        draft.add(.dependentRequired(id), for: .object, from: origin)
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
