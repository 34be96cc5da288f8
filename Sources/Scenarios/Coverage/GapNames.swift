internal import Events
public import Exploration
internal import Payments
public import Stories

extension Coverage.Gap {
    /// What it is called in lists.
    public var name: String {
        switch self {
        case .rule(let rule): rule.name
        case .cell(let cell):
            "\(cell.name(cell.folder ?? "")): \(cell.rule.name) \(cell.moment.phrase)"
        case .encounter(let encounter):
            "\(encounter.status?.name ?? "no payment"): \(encounter.trigger.name)"
        }
    }

    /// What the scenario is called that closes it: an identifier, whatever other gaps there are. One
    /// that would be too long, or that another configuration's gap has, ends in a number made of
    /// all of the name.
    ///
    /// - Parameter config: the configuration's folder, as the scenario names it: that is the same
    ///   wherever the program is run.
    func scenarioID(_ config: String) -> String {
        let name =
            switch self {
            case .rule(let rule): rule.name
            case .cell(let cell): "\(cell.connector)-\(cell.rule.name)-\(cell.moment.name)"
            case .encounter(let encounter):
                "\(encounter.status?.name ?? "no-payment")-meets-\(encounter.trigger.name)"
            }
        let id = "covers-" + name.replacing(".", with: "-").replacing(" ", with: "-")
        if case .cell(let cell) = self, cell.folder != nil {
            return Self.shortened(id, of: id + " " + config)
        }
        return id.utf8.count <= Self.longestID ? id : Self.shortened(id, of: id)
    }

    private static let longestID = 63

    private static func shortened(_ id: String, of whole: String) -> String {
        // FNV-1a
        let hash = whole.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        let number = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        var start = String(id.prefix(longestID - 9))
        while start.hasSuffix("-") { start.removeLast() }
        return start + "-" + number
    }

    /// What that scenario shows.
    func title(_ config: String) -> String {
        switch self {
        case .rule(let rule): "The rule \(rule.name) is applied"
        case .cell(let cell):
            "\(cell.rule.name) through \(cell.name(config)), \(cell.moment.phrase)"
        case .encounter(let encounter):
            "\(encounter.trigger.phrase) meets "
                + (encounter.status.map { "a payment that is \($0.name)" } ?? "no payment")
        }
    }
}

extension Coverage.Cell {
    /// The connector, with its folder where that is needed to tell it from another.
    fileprivate func name(_ folderName: String) -> String {
        connector + (folder == nil ? "" : " of " + folderName)
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
