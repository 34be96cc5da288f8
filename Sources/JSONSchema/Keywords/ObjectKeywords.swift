import Documents
import SourceText

/// `minProperties`, `maxProperties` and `dependentRequired`, compiled.
enum ObjectCheck: Sendable, BitwiseCopyable {
    case minProperties(Int)
    case maxProperties(Int)
    /// An index into the program's plans.
    case dependentRequired(Int32)

    var cost: Int {
        if case .dependentRequired = self { 8 } else { 1 }
    }
}

extension Lowering {
    mutating func lowerObjects(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
        if let node = schema[.minProperties], let count = schema.count(.minProperties), count > 0 {
            draft.add(
                .object(.minProperties(count)), for: .object, from: Origin(.minProperties, node))
        }
        if let node = schema[.maxProperties], let count = schema.count(.maxProperties) {
            draft.add(
                .object(.maxProperties(count)), for: .object, from: Origin(.maxProperties, node))
        }
        lowerNames(scope, into: &draft)
        lowerProperties(scope, into: &draft)
        lowerDependencies(scope, into: &draft)
    }
}

extension Machine {
    mutating func execute(_ check: ObjectCheck, _ index: Int, _ record: NodeRecord) -> Bool {
        switch check {
        case .minProperties(let count): record.length >= count
        case .maxProperties(let count): record.length <= count
        case .dependentRequired(let plan): runDependentRequired(plan, index, record)
        }
    }
}

extension FailureExplainer {
    mutating func explain(_ check: ObjectCheck, _ index: Int, _ origin: Origin) {
        let found = machine.node(index).count
        switch check {
        case .minProperties(1): report(origin, index, "must not be empty")
        case .minProperties(let count):
            let least = Listing.count(count, "key")
            report(origin, index, "must have at least \(least), not \(found)")
        case .maxProperties(let count):
            let most = Listing.count(count, "key")
            report(origin, index, "must have at most \(most), not \(found)")
        case .dependentRequired(let plan): explainDependentRequired(plan, index, origin)
        }
    }
}
