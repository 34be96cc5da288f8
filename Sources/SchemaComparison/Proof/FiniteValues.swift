import Documents
import JSONSchema

extension Prover {
    private static let longestRange = 256

    /// The values of the kind that may be valid, if they are few and known.
    func finiteValues(_ kind: Node.Kind, _ facts: Facts) -> [Node]? {
        switch kind {
        case .null: return [Sample.null.node].compactMap { $0 }
        case .boolean: return [Sample.true.node, Sample.false.node].compactMap { $0 }
        default: break
        }
        if let list = facts.lists.min(by: { $0.count < $1.count }) {
            return list.filter { $0.kind == kind }
        }
        if kind == .string && facts.maxLength == 0 {
            return [Sample(string: "").node].compactMap { $0 }
        }
        return kind == .number ? wholeNumbers(facts) : nil
    }

    /// The whole numbers between two bounds. In draft 4 a number is more than its value.
    private func wholeNumbers(_ facts: Facts) -> [Node]? {
        guard !facts.types.contains(.number), let lower = facts.lower, let upper = facts.upper,
            let low = lower.number.integer, let high = upper.number.integer,
            !subschemas.hasLiteralIntegers()
        else { return nil }
        let (distance, overflow) = high.subtractingReportingOverflow(low)
        guard !overflow, distance >= 0, distance <= Prover.longestRange else { return nil }
        return (low...high).compactMap { Sample(integer: $0).node }
    }

    /// Holds each value to both sides; nil if one of them cannot be.
    func decide(_ values: [Node], _ goal: Goal) -> [Obstacle]? {
        let entry = subschemas.entries[goal.new]
        var obstacles: [Obstacle] = []
        // Validation costs depend on the whole document that a value is in.
        for value in values.lazy.compactMap({ Sample($0).node }) {
            guard step() else { return [.limit(entry.node, "long")] }
            let verdicts = goal.old.subschemas.map { subschemas.isValid(value, $0) }
            if verdicts.contains(false) { continue }
            switch subschemas.isValid(value, goal.new) {
            case true: continue
            case nil: return nil
            case false:
                let failure = subschemas.schema(of: goal.new).failures(of: value).first
                obstacles.append(
                    .init(
                        failure?.keyword ?? "enum", failure?.schema ?? entry.node,
                        "a value that is refused may occur", witnesses: [Sample(value)]))
            }
        }
        return Prover.merged(obstacles)
    }
}
