import Documents

extension FailureExplainer {
    /// Reports what is wrong with a value under one check.
    mutating func explain(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord, _ origin: Origin
    ) {
        switch instruction {
        case .members(let plan): explainObject(plan, index, record)
        case .items(let plan): explainItems(plan, index, record)
        case .apply(let block): explain(block, index, by: origin)
        case .applyDynamic(let plan): explain(machine.dynamicTarget(plan), index, by: origin)
        case .allOf(let list):
            for (position, block) in blocks(list).enumerated() {
                explain(block, index, by: origin, .element(origin.keyword, position))
            }
        case .anyOf(let list), .anyOfTracking(let list): explainAny(list, index, origin)
        case .oneOf(let list), .oneOfTracking(let list): explainOne(list, index, origin)
        case .conditional(let plan), .conditionalTracking(let plan):
            explainConditional(plan, index, origin)
        case .propertyNames(let block): explainNames(block, index, origin)
        case .dependentSchemas(let plan): explainDependentSchemas(plan, index, origin)
        case .fail, .number, .string, .array, .object, .boolean, .oneOfNames, .oneOfValues,
            .contains, .not, .unevaluatedItems, .unevaluatedProperties:
            if !machine.execute(instruction, index, record) && machine.abortion == nil {
                explainRefusal(by: instruction, index, origin)
            }
        }
    }

    func blocks(_ list: FlatRange) -> [BlockID] {
        list.indices.map { code.program.blockLists[$0] }
    }

    /// Says what a check asks for that refuses the value itself.
    private mutating func explainRefusal(
        by instruction: Instruction, _ index: Int, _ origin: Origin
    ) {
        if isCountedOnly(at: index) {
            count(origin, index)
            return
        }
        switch instruction {
        case .fail, .boolean, .oneOfNames, .oneOfValues: explainValue(index, origin)
        case .number(let check): explain(check, index, origin)
        case .string(let check): explain(check, index, origin)
        case .array(let check): explain(check, index, origin)
        case .object(let check): explain(check, index, origin)
        case .contains(let plan): explainContains(plan, index, origin)
        case .not:
            report(origin, index, "must not match the schema under \"not\"")
        default: report(origin, index, "is not valid")
        }
    }
}
