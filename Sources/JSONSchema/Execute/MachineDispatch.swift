import Documents

extension Machine {
    /// Whether the value passes one check.
    mutating func execute(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        switch instruction {
        case .fail: false
        case .number(let check): code.accepts(view.text(record), check)
        case .string(let check): execute(check, index, record)
        case .array(let check): execute(check, index, record)
        case .object(let check): execute(check, index, record)
        case .boolean(let wanted): (record.length != 0) == wanted
        case .oneOfNames(let table): isName(in: table, record)
        case .oneOfValues(let values): isOne(of: values, index)

        case .items(let plan): runItems(plan, index, record)
        case .contains(let plan): runContains(plan, index, record)
        case .members(let plan): runObject(plan, index)
        case .propertyNames(let block): runPropertyNames(block, index, record)
        case .unevaluatedItems(let block), .unevaluatedProperties(let block):
            runUnevaluated(block, index, record)

        case .apply(let block): run(block, index)
        case .applyDynamic(let plan): run(dynamicTarget(plan), index)
        case .allOf(let list): runAll(list, index)
        case .anyOf(let list): runAny(list, index)
        case .oneOf(let list): runOne(list, index, record, isTracking: false)
        case .not(let block): runNot(block, index, record)
        case .conditional(let plan): runConditional(plan, index, record, isTracking: false)
        case .dependentSchemas(let plan): runDependentSchemas(plan, index, record)
        case .anyOfTracking(let list): runAnyTracking(list, index, record)
        case .oneOfTracking(let list): runOne(list, index, record, isTracking: true)
        case .conditionalTracking(let plan):
            runConditional(plan, index, record, isTracking: true)
        }
    }

    func node(_ index: Int) -> Node {
        Node(document: view.document, index: index)
    }
}
