internal import Events
public import Exploration
internal import JSONText
internal import Payments

/// What variations of recorded payments changed, as one JSON object (`spec/formats.md`): the same bytes
/// every time.
public struct VariationsJSON {
    private let variations: Variations

    public init(_ variations: Variations) {
        self.variations = variations
    }

    public var bytes: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.number("payments", variations.paymentCount)
            json.number("variations", variations.total)
            json.number("tried", variations.tried)
            json.value("seed", String(variations.seed))
            json.boolean("conclusive", variations.isConclusive)
            json.number("unchanged", variations.unchanged)
            json.list("groups", variations.groups) { group, json in
                json.object { Self.write(group, to: &$0) }
            }
            json.list("violations", variations.violations) { violation, json in
                json.object { Self.write(violation, to: &$0) }
            }
        }
    }

    private static func write(_ group: Variations.Group, to json: inout JSONWriter) {
        let (cause, change) = (group.cause, group.cause.change)
        json.text("variation", cause.kind.name)
        json.text("event", group.smallest.event.type)
        json.text("outcome", cause.trigger.outcome?.name)
        json.text("changes", group.weight.name)
        json.number("count", group.count)
        json.text("ruleBefore", change.ruleBefore.name)
        json.text("ruleAfter", change.ruleAfter?.name)
        json.text("payer", change.payer.name)
        json.text("returned", change.returned.name)
        json.text("statusBefore", change.statusBefore?.name)
        json.text("statusAfter", change.statusAfter?.name)
        json.texts("addedAnomalies", names(group.anomalies.added))
        json.texts("removedAnomalies", names(group.anomalies.removed))
        json.object("smallest") { write(group.smallest, to: &$0) }
    }

    private static func names(_ kinds: Set<Anomaly>) -> [String] {
        Anomaly.allCases.filter(kinds.contains).map(\.name)
    }

    private static func write(_ violation: Variations.Violation, to json: inout JSONWriter) {
        json.text("invariant", violation.invariant.name)
        json.text("sentence", violation.invariant.sentence)
        json.number("steps", violation.count)
        json.text("variation", violation.smallest.kind.name)
        json.object("smallest") { write(violation.smallest, to: &$0) }
    }

    private static func write(_ example: Variations.Example, to json: inout JSONWriter) {
        json.text("payment", example.payment)
        json.number("events", example.events.count)
        json.text("file", example.event.file)
        json.number("line", example.event.line)
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
