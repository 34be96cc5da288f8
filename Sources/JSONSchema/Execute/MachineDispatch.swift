import Documents

extension Machine {
    /// Whether the value passes one check.
    mutating func execute(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        switch instruction {
        case .fail: return false
        case .object(let plan): return runObject(plan, index)
        case .apply(let block): return run(block, index)
        case .applyDynamic(let plan): return run(dynamicTarget(plan), index)
        case .allOf, .anyOf, .oneOf, .not, .conditional, .anyOfTracking, .oneOfTracking,
            .conditionalTracking:
            return executeLogic(instruction, index, record)
        case .minLength, .maxLength, .pattern, .format, .oneOfNames:
            return executeString(instruction, index, record)
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf:
            return code.accepts(view.text(record), instruction)
        case .boolean(let wanted): return (record.length != 0) == wanted
        case .oneOfValues(let values): return isOne(of: values, index)
        case .minItems(let count), .minProperties(let count): return record.length >= count
        case .maxItems(let count), .maxProperties(let count): return record.length <= count
        default: return executeContainer(instruction, index, record)
        }
    }

    private mutating func executeContainer(
        _ instruction: Instruction, _ index: Int, _ record: NodeRecord
    ) -> Bool {
        switch instruction {
        case .items(let plan): return runItems(plan, index, record)
        case .contains(let plan): return runContains(plan, index, record)
        case .uniqueItems: return runUnique(index, record)
        case .unevaluatedItems(let block): return runUnevaluated(block, index, record)
        case .propertyNames(let block): return runPropertyNames(block, index, record)
        case .dependentRequired(let plan): return runDependentRequired(plan, index, record)
        case .dependentSchemas(let plan): return runDependentSchemas(plan, index, record)
        case .unevaluatedProperties(let block): return runUnevaluated(block, index, record)
        default: return false
        }
    }

    func node(_ index: Int) -> Node {
        Node(document: view.document, index: index)
    }

    private func isOne(of values: FlatRange, _ index: Int) -> Bool {
        let value = node(index)
        return values.indices.contains {
            code.program.values[$0].isEqual(to: value, opaqueIsAnyString: true)
        }
    }
}
