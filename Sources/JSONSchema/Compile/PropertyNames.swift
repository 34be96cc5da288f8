import Documents
import SourceText

/// The names that an object plan knows, in order.
struct PropertyNames {
    private(set) var names: [String] = []
    private(set) var entries: [PropertyEntry] = []
    var required: Node?
    private var positions: [ExactText: Int] = [:]

    mutating func change(_ name: String, _ body: (inout PropertyEntry) -> Void) {
        let key = ExactText(name)
        if positions[key] == nil {
            positions[key] = names.count
            names.append(name)
            entries.append(PropertyEntry())
        }
        if let position = positions[key] { body(&entries[position]) }
    }
}

extension BlockDraft {
    /// Completes an object plan and adds its check.
    mutating func addObject(
        _ plan: ObjectPlan, _ names: PropertyNames, additional: Node?, origin: Node,
        to program: inout SchemaProgram
    ) {
        var plan = plan
        let start = Int32(program.properties.count)
        plan.properties = FlatRange(start: start, count: Int32(names.entries.count))
        program.properties += names.entries
        plan.names = program.add(
            names: names.names.enumerated().map { ($1, start + Int32($0)) })
        plan.requiredCount = Int32(names.entries.count { $0.isRequired })
        program.objects.append(plan)
        program.objectOrigins.append(
            ObjectOrigin(required: names.required, additional: additional, names: names.names))
        add(
            .members(Int32(program.objects.count - 1)), for: .object,
            from: Origin(.properties, origin))
    }
}
