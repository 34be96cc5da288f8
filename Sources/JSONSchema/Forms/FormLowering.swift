import Documents
import SourceText

/// Turns the fields of a form into instructions.
struct FormLowering {
    var program = Program()
    var patterns = PatternTable()
    /// The block of each field.
    var blocks: [BlockID] = []

    /// Returns the block of the whole form.
    mutating func lower(_ fields: [FormField], of form: Node) -> BlockID {
        program.isForm = true
        blocks = fields.map { lower($0) }
        var refused = BlockDraft()
        refused.types = []
        let nothing = add(refused, form)
        var names = PropertyNames()
        names.required = form
        for (field, block) in zip(fields, blocks) {
            names.change(field.key.string ?? "") {
                $0 = PropertyEntry(
                    block: block, isDeclared: true, isRequired: field.isRequired)
            }
        }
        var plan = ObjectPlan()
        plan.hasAdditional = true
        plan.additional = nothing
        var draft = BlockDraft()
        draft.types = .object
        draft.type = form
        draft.addObject(plan, names, additional: form, origin: form, to: &program)
        return add(draft, form)
    }

    private mutating func add(_ draft: BlockDraft, _ schema: Node) -> BlockID {
        program.blocks.append(draft.emit(into: &program, resource: 0))
        program.blockOrigins.append(BlockOrigin(schema: schema, type: draft.type))
        return BlockID(truncatingIfNeeded: program.blocks.count - 1)
    }

    private mutating func lower(_ field: FormField) -> BlockID {
        var draft = BlockDraft()
        draft.types = .string
        draft.type = field.typeNode
        if field.type == .password {
            draft.flags.insert(.isSecret)
            program.hasSecrets = true
        }
        if let options = field.options {
            let names = program.add(names: field.values.map { ($0.string ?? "", 0) })
            draft.add(.oneOfNames(names), for: .string, from: Origin(.enum, options))
        }
        lowerText(field, into: &draft)
        let block = add(draft, field.typeNode)
        return field.type == .checkbox ? list(of: block, field) : block
    }

    private mutating func lowerText(_ field: FormField, into draft: inout BlockDraft) {
        if let node = field.minLength, let number = node.number {
            let count = number.integer ?? Int.max
            draft.add(.string(.minLength(count)), for: .string, from: Origin(.minLength, node))
        }
        if let node = field.maxLength, let number = node.number {
            let count = number.integer ?? Int.max
            draft.add(.string(.maxLength(count)), for: .string, from: Origin(.maxLength, node))
        }
        if let node = field.pattern, let text = node.string,
            let id = patterns.id(of: text, at: node, in: &program)
        {
            draft.add(.string(.pattern(id)), for: .string, from: Origin(.pattern, node))
        }
    }

    /// What a checkbox field asks for: any number of its options, each at most once.
    private mutating func list(of option: BlockID, _ field: FormField) -> BlockID {
        var draft = BlockDraft()
        draft.types = .array
        draft.type = field.typeNode
        draft.add(.array(.uniqueItems), for: .array, from: Origin(.uniqueItems, field.typeNode))
        program.items.append(ItemsPlan(rest: option, hasRest: true))
        let origin = Origin(.items, field.options ?? field.typeNode)
        program.itemsOrigins.append(ItemsOrigin(rest: origin))
        draft.add(.items(Int32(program.items.count - 1)), for: .array, from: origin)
        return add(draft, field.typeNode)
    }
}
