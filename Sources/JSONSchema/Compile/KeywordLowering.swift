import Documents

extension Lowering {
    /// Turns every keyword of a schema into checks.
    mutating func lower(_ scope: BlockScope, into draft: inout BlockDraft) {
        lowerType(scope, into: &draft)
        lowerValues(scope, into: &draft)
        lowerNumbers(scope, into: &draft)
        lowerStrings(scope, into: &draft)
        lowerArrays(scope, into: &draft)
        lowerObject(scope, into: &draft)
        lowerDependencies(scope, into: &draft)
        lowerReferences(scope, into: &draft)
        lowerLogic(scope, into: &draft)
        lowerUnevaluated(scope, into: &draft)
        lowerFormat(scope, into: &draft)
        lowerSecrecy(scope, into: &draft)
    }

    private func lowerType(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let value = scope.schema[.type] else { return }
        let names = value.kind == .array ? Array(value.elements) : [value]
        let types = names.compactMap { TypeSet(name: $0, dialect: scope.dialect) }
        guard !types.isEmpty, types.count == names.count else { return }
        draft.types = types.reduce([]) { $0.union($1) }
        draft.type = value
    }

    private mutating func lowerNumbers(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
        let isOld = scope.dialect == .draft4
        if let node = schema[.minimum], let id = number(node) {
            let isExclusive = isOld && schema[.exclusiveMinimum]?.boolean == true
            draft.add(
                isExclusive ? .exclusiveMinimum(id) : .minimum(id), for: .number,
                from: Origin(.minimum, node))
        }
        if let node = schema[.maximum], let id = number(node) {
            let isExclusive = isOld && schema[.exclusiveMaximum]?.boolean == true
            draft.add(
                isExclusive ? .exclusiveMaximum(id) : .maximum(id), for: .number,
                from: Origin(.maximum, node))
        }
        if !isOld, let node = schema[.exclusiveMinimum], let id = number(node) {
            draft.add(.exclusiveMinimum(id), for: .number, from: Origin(.exclusiveMinimum, node))
        }
        if !isOld, let node = schema[.exclusiveMaximum], let id = number(node) {
            draft.add(.exclusiveMaximum(id), for: .number, from: Origin(.exclusiveMaximum, node))
        }
        lowerMultipleOf(scope, into: &draft)
    }

    private mutating func lowerMultipleOf(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let node = scope.schema[.multipleOf], let divisor = node.number,
            divisor > Number(0), let id = number(node)
        else { return }
        guard divisor.significantDigits <= program.limits.multipleOfDigits else {
            let limit = program.limits.multipleOfDigits
            registry.report(
                .schema(
                    .schemaInvalid, "\"multipleOf\" may have at most \(limit) significant digits",
                    at: node))
            return
        }
        draft.add(.multipleOf(id), for: .number, from: Origin(.multipleOf, node))
    }

    private mutating func number(_ node: Node) -> Int32? {
        guard let number = node.number else { return nil }
        program.numbers.append(number)
        return Int32(truncatingIfNeeded: program.numbers.count - 1)
    }

    private mutating func lowerStrings(_ scope: BlockScope, into draft: inout BlockDraft) {
        if let node = scope.schema[.minLength], let length = scope.schema.count(.minLength) {
            draft.add(.minLength(length), for: .string, from: Origin(.minLength, node))
        }
        if let node = scope.schema[.maxLength], let length = scope.schema.count(.maxLength) {
            draft.add(.maxLength(length), for: .string, from: Origin(.maxLength, node))
        }
        if let (node, text) = scope.schema.text(.pattern),
            let id = patterns.id(of: text, at: node, in: &program)
        {
            draft.add(.pattern(id), for: .string, from: Origin(.pattern, node))
        }
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
        self.init(keyword: keyword.rawValue, schema: schema)
    }
}
