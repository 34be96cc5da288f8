internal import Documents
internal import Events
public import Exploration
internal import Payments

/// What variations of recorded payments changed, as one JSON object (`spec/formats.md`): the same bytes
/// every time.
public struct VariationsJSON {
    private let variations: Variations

    public init(_ variations: Variations) {
        self.variations = variations
    }

    public var bytes: [UInt8] {
        var object = JSONObjectWriter()
        object.number("formatVersion", 1)
        object.number("payments", variations.paymentCount)
        object.number("variations", variations.total)
        object.number("tried", variations.tried)
        object.value("seed", String(variations.seed))
        object.boolean("conclusive", variations.isConclusive)
        object.number("unchanged", variations.unchanged)
        object.list("groups", variations.groups) { $1 += Self.group($0) }
        object.list("violations", variations.violations) { $1 += Self.violation($0) }
        return object.end() + [UInt8(ascii: "\n")]
    }

    private static func group(_ group: Variations.Group) -> [UInt8] {
        let (cause, change) = (group.cause, group.cause.change)
        var object = JSONObjectWriter()
        object.text("variation", cause.kind.name)
        object.text("event", group.smallest.event.type)
        object.text("outcome", cause.trigger.outcome?.name)
        object.text("changes", group.weight.name)
        object.number("count", group.count)
        object.text("ruleBefore", change.ruleBefore.name)
        object.text("ruleAfter", change.ruleAfter?.name)
        object.text("payer", change.payer.name)
        object.text("returned", change.returned.name)
        object.text("statusBefore", change.statusBefore?.name)
        object.text("statusAfter", change.statusAfter?.name)
        object.texts("addedAnomalies", names(group.anomalies.added))
        object.texts("removedAnomalies", names(group.anomalies.removed))
        object.value("smallest", example(group.smallest))
        return object.end()
    }

    private static func names(_ kinds: Set<Anomaly>) -> [String] {
        Anomaly.allCases.filter(kinds.contains).map(\.name)
    }

    private static func violation(_ violation: Variations.Violation) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("invariant", violation.invariant.name)
        object.text("sentence", violation.invariant.sentence)
        object.number("steps", violation.count)
        object.text("variation", violation.smallest.kind.name)
        object.value("smallest", example(violation.smallest))
        return object.end()
    }

    private static func example(_ example: Variations.Example) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("payment", example.payment)
        object.number("events", example.events.count)
        object.text("file", example.event.file)
        object.number("line", example.event.line)
        return object.end()
    }
}

extension Witnesses.Trigger {
    fileprivate var outcome: Outcome? {
        switch self {
        case .succeeded: .succeeded
        case .failed: .failed
        case .created, .attempted, .timer: nil
        }
    }
}
