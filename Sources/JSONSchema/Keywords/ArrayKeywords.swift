import Documents
import SourceText

/// `minItems`, `maxItems` and `uniqueItems`, compiled.
enum ArrayCheck: Sendable, BitwiseCopyable {
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems

    var cost: Int {
        if case .uniqueItems = self { 30 } else { 1 }
    }
}

extension Lowering {
    mutating func lowerArrays(_ scope: BlockScope, into draft: inout BlockDraft) {
        let schema = scope.schema
        if let node = schema[.minItems], let count = schema.count(.minItems), count > 0 {
            draft.add(.array(.minItems(count)), for: .array, from: Origin(.minItems, node))
        }
        if let node = schema[.maxItems], let count = schema.count(.maxItems) {
            draft.add(.array(.maxItems(count)), for: .array, from: Origin(.maxItems, node))
        }
        if let node = schema[.uniqueItems], node.boolean == true {
            draft.add(.array(.uniqueItems), for: .array, from: Origin(.uniqueItems, node))
        }
        lowerItems(scope, into: &draft)
        lowerContains(scope, into: &draft)
    }
}

extension Machine {
    mutating func execute(_ check: ArrayCheck, _ index: Int, _ record: NodeRecord) -> Bool {
        switch check {
        case .minItems(let count): record.length >= count
        case .maxItems(let count): record.length <= count
        case .uniqueItems: runUnique(index, record)
        }
    }

    /// Few elements are compared each with each, in place.
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
        let found = machine.node(index).count
        switch check {
        case .minItems(1): report(origin, index, "must not be empty")
        case .minItems(let count):
            let least = Listing.count(count, "element")
            report(origin, index, "must have at least \(least), not \(found)")
        case .maxItems(let count):
            let most = Listing.count(count, "element")
            report(origin, index, "must have at most \(most), not \(found)")
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
            "repeats the element at index \(position)\(value); elements must differ")
    }
}
