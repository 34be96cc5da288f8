internal import Events
public import Exploration
internal import Payments
internal import Scenarios
internal import SourceText

/// What variations of recorded payments changed, for people.
public struct VariationsText {
    private let variations: Variations

    public init(_ variations: Variations) {
        self.variations = variations
    }

    public var text: String {
        let groups = StoryChange.Weight.allCases.map(section).joined()
        return summary + groups + violations + "\n" + verdict
    }

    private var summary: String {
        var table = TextTable()
        table.append(["payments", "\(variations.paymentCount)"])
        table.append(["variations", "\(variations.total), \(variations.tried) tried"])
        table.append(["unchanged", "\(variations.unchanged)"])
        return table.text
    }

    private func section(_ weight: StoryChange.Weight) -> String {
        let groups = variations.groups.filter { $0.weight == weight }
        guard !groups.isEmpty else { return "" }
        let count = groups.reduce(0) { $0 + $1.count }
        return "\n\(weight.title) (\(count))\n" + groups.map(text).joined()
    }

    private func text(_ group: Variations.Group) -> String {
        var lines = ["  \(group.count) × \(group.cause.sentence)"]
        if !group.phrases.isEmpty {
            lines.append("      " + group.phrases.joined(separator: "; "))
        }
        lines.append("      smallest: " + location(group.smallest))
        return lines.map { $0 + "\n" }.joined()
    }

    private func location(_ example: Variations.Example) -> String {
        PrintableText.escaped(
            "payment \(example.payment) (\(Listing.count(example.events.count, "event"))), "
                + "\(example.event.file):\(example.event.line)")
    }

    private var violations: String {
        guard !variations.violations.isEmpty else { return "" }
        let lines = variations.violations.map { violation in
            "  \(violation.invariant.name), \(violation.count) ×: "
                + "\(violation.invariant.sentence)\n      smallest: "
                + location(violation.smallest) + "\n"
        }
        return "\ninvariants that do not hold\n" + lines.joined()
    }

    private var verdict: String {
        let held =
            variations.violations.isEmpty ? "every invariant held after every step\n" : ""
        guard !variations.isConclusive else { return held }
        return held
            + "inconclusive: \(variations.tried) of \(variations.total) variations were tried, "
            + "chosen by chance (--seed \(variations.seed)); --limit \(variations.total) tries all\n"
    }
}

extension StoryChange.Weight {
    fileprivate var title: String {
        switch self {
        case .money: "money changes"
        case .status: "the final status changes"
        case .anomalies: "the anomalies change"
        case .rules: "other rules lead to the same"
        }
    }
}
