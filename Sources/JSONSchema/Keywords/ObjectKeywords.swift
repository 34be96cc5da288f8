import Documents

/// `minProperties`, `maxProperties` and `dependentRequired`, compiled.
enum ObjectCheck: Sendable, BitwiseCopyable {
    case count(CountBound)
    /// An index into the program's plans.
    case dependentRequired(Int32)

    var cost: Int {
        if case .dependentRequired = self { 8 } else { 1 }
    }
}

extension Lowering {
    mutating func lowerObjects(_ scope: BlockScope, into draft: inout BlockDraft) {
        for (bound, origin) in scope.counts(.minProperties, .maxProperties) {
            draft.add(.object(.count(bound)), for: .object, from: origin)
        }
        lowerNames(scope, into: &draft)
        lowerProperties(scope, into: &draft)
        lowerDependencies(scope, into: &draft)
    }
}

extension Machine {
    mutating func execute(_ check: ObjectCheck, _ index: Int, _ record: NodeRecord) -> Bool {
        switch check {
        case .count(let bound): bound.accepts(Int(record.length))
        case .dependentRequired(let plan): runDependentRequired(plan, index, record)
        }
    }
}

extension FailureExplainer {
    mutating func explain(_ check: ObjectCheck, _ index: Int, _ origin: Origin) {
        switch check {
        case .count(let bound):
            explain(bound, of: "key", ", not \(machine.node(index).count)", index, origin)
        case .dependentRequired(let plan): explainDependentRequired(plan, index, origin)
        }
    }
}
