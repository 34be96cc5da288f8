internal import Events
public import Exploration
internal import Payments

extension ScenarioDraft {
    /// The smallest variation of `group`, which is the `number`th one.
    public init(of group: Variations.Group, number: Int, config: String?) {
        let cause = group.cause
        self.init(
            of: group.smallest, id: Self.id(cause, number), title: cause.sentence, config: config)
        comments = cause.change.phrases + group.smallestAnomalies.phrases
    }

    /// The smallest variation that shows `violation`.
    public init(of violation: Variations.Violation, config: String?) {
        let invariant = violation.invariant
        self.init(
            of: violation.smallest, id: "violates-" + invariant.name,
            title: "Does not hold: \(invariant.sentence)", config: config)
        comments = ["Some step violates \(invariant.name). The expectations say what happens."]
    }

    private init(of example: Variations.Example, id: String, title: String, config: String?) {
        self.init(
            id: id, title: title, config: config, events: example.events, until: example.end)
    }

    /// The name of the scenario of the `number`th group.
    private static func id(_ cause: Variations.Cause, _ number: Int) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
        return "variation-\(padding)\(digits)-\(cause.trigger.word)-\(cause.kind.name)"
    }
}

extension Witnesses.Trigger {
    fileprivate var word: String {
        switch self {
        case .created: "creation"
        case .attempted: "attempt"
        case .succeeded: "success"
        case .failed: "failure"
        case .timer: "timer"
        }
    }
}

extension Variations.Cause {
    /// What was varied, and how.
    public var sentence: String {
        let after = change.ruleAfter?.name ?? "nothing"
        switch kind {
        case .repeatedAtOnce, .repeatedAtEnd:
            return "\(trigger.phrase) \(kind.phrase): \(after)"
        default: return "\(trigger.phrase) \(kind.phrase): \(change.ruleBefore.name) → \(after)"
        }
    }
}

extension Variations.Group {
    /// What changed, in a few words each: of the anomalies, what did in any of the variations.
    public var phrases: [String] {
        let some = anomalies.phrases.joined(separator: "; ")
        guard !some.isEmpty else { return cause.change.phrases }
        return cause.change.phrases + [isUniform ? some : "in some: " + some]
    }
}

extension Variations.AnomalyChange {
    /// What changed, in a few words each.
    fileprivate var phrases: [String] {
        [("more", added), ("fewer", removed)].compactMap { word, kinds in
            let names = Anomaly.allCases.filter(kinds.contains).map(\.name)
            return names.isEmpty ? nil : "\(word) anomalies: " + names.joined(separator: ", ")
        }
    }
}

extension StoryChange {
    /// What changed of the money and the status, in a few words each.
    fileprivate var phrases: [String] {
        var phrases: [String] = []
        switch payer {
        case .nobody: phrases.append("no attempt pays any longer")
        case .somebody: phrases.append("an attempt now pays")
        case .paying(let difference): phrases += difference.phrases(ofPaid: true)
        case .owing(let difference): phrases += difference.phrases(ofPaid: false)
        }
        phrases += returned.phrasesOfReturned
        if statusBefore != statusAfter {
            let names = [statusBefore, statusAfter].map { $0?.name ?? "no payment" }
            phrases.append("ends as \(names[1]), not as \(names[0])")
        }
        return phrases
    }
}

extension MoneyDifference {
    /// How what is paid, or else owed, differs.
    fileprivate func phrases(ofPaid isPaid: Bool) -> [String] {
        let verb = isPaid ? "paid" : "owed"
        return phrases([
            (.attempt, "another attempt pays"),
            (.client, "another client \(isPaid ? "pays" : "owes it")"),
            (.currency, "another currency is \(verb)"), (.more, "more is \(verb)"),
            (.less, "less is \(verb)"),
        ])
    }

    fileprivate var phrasesOfReturned: [String] {
        phrases([
            (.client, "money is returned to another client"),
            (.currency, "money is returned in another currency"), (.more, "more money is returned"),
            (.less, "less money is returned"), (.attempt, "other money is returned"),
        ])
    }

    private func phrases(_ phrases: [(MoneyDifference, String)]) -> [String] {
        phrases.filter { contains($0.0) }.map(\.1)
    }
}
