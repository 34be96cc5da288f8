import Documents

extension Explainer {
    /// Reports what is wrong with a value under one check.
    mutating func explain(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord, _ origin: Origin
    ) {
        switch instruction {
        case .object(let plan): explainObject(plan, index, record)
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
        case .propertyNames(let block): explainNames(block, index, record, origin)
        case .dependentSchemas(let plan): explainDependentSchemas(plan, index, record, origin)
        case .dependentRequired(let plan): explainDependentRequired(plan, index, record, origin)
        default:
            if !machine.execute(instruction, index, record) && machine.abortion == nil {
                explainLeaf(instruction, index, origin)
            }
        }
    }

    func blocks(_ list: FlatRange) -> [BlockID] {
        list.indices.map { code.program.blockLists[$0] }
    }

    private mutating func explainLeaf(
        _ instruction: Instruction, _ index: Int, _ origin: Origin
    ) {
        switch instruction {
        case .fail, .boolean, .oneOfNames, .oneOfValues: explainValue(index, origin)
        case .minLength, .maxLength, .pattern: explainString(instruction, index, origin)
        case .format(let format): explainFormat(format, index, origin)
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf:
            explainNumber(index, origin)
        case .minItems, .maxItems, .minProperties, .maxProperties:
            explainSize(instruction, index, origin)
        case .uniqueItems: explainUnique(index, origin)
        case .contains(let plan): explainContains(plan, index, origin)
        case .not:
            report(origin, index, "must not match the schema under \"not\"")
        default: report(origin, index, "is not valid")
        }
    }
}
