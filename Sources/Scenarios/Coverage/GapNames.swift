public import Exploration
internal import Payments
internal import Replay
public import Stories

extension Coverage.Gap {
    /// What it is called in lists.
    public var name: String {
        switch self {
        case .rule(let rule): rule.name
        case .cell(let cell): "\(cell.connector): \(cell.rule.name) \(cell.moment.phrase)"
        case .encounter(let encounter):
            "\(encounter.status?.name ?? "no payment"): \(encounter.trigger.name)"
        }
    }

    /// What the scenario is called that closes it: an identifier, if it is not too long.
    var scenarioID: String {
        let name =
            switch self {
            case .rule(let rule): rule.name
            case .cell(let cell): "\(cell.connector)-\(cell.rule.name)-\(cell.moment.name)"
            case .encounter(let encounter):
                "\(encounter.status?.name ?? "no-payment")-meets-\(encounter.trigger.name)"
            }
        return "covers-" + name.replacing(".", with: "-").replacing(" ", with: "-")
    }

    /// What that scenario shows.
    var title: String {
        switch self {
        case .rule(let rule): "The rule \(rule.name) is applied"
        case .cell(let cell):
            "\(cell.rule.name) through \(cell.connector), \(cell.moment.phrase)"
        case .encounter(let encounter):
            "\(encounter.trigger.phrase) meets "
                + (encounter.status.map { "a payment that is \($0.name)" } ?? "no payment")
        }
    }
}

extension Moment {
    /// When, in a few words.
    public var phrase: String {
        switch self {
        case .before: "before the deadline"
        case .at: "at the deadline"
        case .after: "after the deadline"
        case .withoutDeadline: "without a deadline"
        }
    }
}

extension Witnesses.Trigger {
    init(_ action: RecordedEvent.Action?) {
        switch action {
        case .created: self = .created
        case .attempted: self = .attempted
        case .succeeded: self = .succeeded
        case .failed: self = .failed
        case .clockAdvanced, nil: self = .timer
        }
    }

    /// The stable name in every output.
    public var name: String {
        switch self {
        case .created: "payment.created"
        case .attempted: "payment.attempted"
        case .succeeded: "gateway.result succeeded"
        case .failed: "gateway.result failed"
        case .timer: "timer"
        }
    }

    package var phrase: String {
        switch self {
        case .created: "A creation"
        case .attempted: "An attempt"
        case .succeeded: "A success"
        case .failed: "A failure"
        case .timer: "The timer"
        }
    }
}
