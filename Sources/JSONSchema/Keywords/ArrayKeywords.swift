import Documents
import SourceText

/// `minItems`, `maxItems` and `uniqueItems`, compiled.
enum ArrayCheck: Sendable, BitwiseCopyable {
    case count(CountBound)
    case uniqueItems

    var cost: Int {
        if case .uniqueItems = self { 30 } else { 1 }
    }
}

extension Lowering {
    mutating func lowerArrays(_ scope: BlockScope, into draft: inout BlockDraft) {
        for (bound, origin) in scope.counts(.minItems, .maxItems) {
            draft.add(.array(.count(bound)), for: .array, from: origin)
        }
        if let node = scope.schema[.uniqueItems], node.boolean == true {
            draft.add(.array(.uniqueItems), for: .array, from: Origin(.uniqueItems, node))
        }
        lowerItems(scope, into: &draft)
        lowerContains(scope, into: &draft)
    }
}

extension Machine {
    mutating func execute(_ check: ArrayCheck, _ index: Int, _ record: NodeRecord) -> Bool {
        switch check {
        case .count(let bound): bound.accepts(Int(record.length))
        case .uniqueItems: runUnique(index, record)
        }
    }

    /// Few elements are compared each with each, without allocation.
    private mutating func runUnique(_ index: Int, _ record: NodeRecord) -> Bool {
        if record.length > 8 { return UniqueItems.firstPair(in: node(index)) == nil }
        var left = index + 1
        for position in 0..<Int(record.length) {
            var right = Int(view.records[left].next)
            for _ in position + 1..<max(Int(record.length), position + 1) {
                if mayBeEqual(left, right) && node(left).isEqual(to: node(right)) { return false }
                right = Int(view.records[right].next)
            }
            left = Int(view.records[left].next)
        }
        return true
    }

    /// False where kinds, sizes or first bytes tell that two values differ.
    private mutating func mayBeEqual(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (view.records[left], view.records[right])
        guard left.kind == right.kind else { return false }
        if left.kind == .number { return true }
        guard left.length == right.length else { return false }
        return left.kind != .string || view.text(left).first == view.text(right).first
    }
}

extension FailureExplainer {
    mutating func explain(_ check: ArrayCheck, _ index: Int, _ origin: Origin) {
        switch check {
        case .count(let bound):
            explain(bound, of: "element", ", not \(machine.node(index).count)", index, origin)
        case .uniqueItems: explainUnique(index, origin)
        }
    }

    /// Points at the later one of the first two equal elements.
    private mutating func explainUnique(_ index: Int, _ origin: Origin) {
        guard let (first, second) = UniqueItems.firstPair(in: machine.node(index)) else { return }
        let value =
            isHidden(second.index) || second.count > 0 ? "" : " (\(ValueText.short(second)))"
        let position = machine.view.records[first.index].position
        report(
            origin, second.index,
            "repeats element \(position + 1)\(value); elements must differ")
    }
}
