internal import Payments
internal import SourceText
internal import Stories

/// What became of a payment, as far as changes of it are told.
struct StoryOutcome {
    let payer: String?
    let status: Status?
    let returned: Set<Credit>
    /// How many there are of each kind.
    private(set) var anomalies = [Int](repeating: 0, count: Anomaly.allCases.count)
    private(set) var rules = [Int](repeating: 0, count: Rule.allCases.count)

    struct Credit: Hashable {
        let attempt: ExactText
        let amount: Int64
    }

    /// Kinds of anomalies of which there are more here than in `other`.
    func anomalies(beyond other: StoryOutcome) -> Set<Anomaly> {
        Set(
            Anomaly.allCases.filter {
                anomalies[Int($0.rawValue)] > other.anomalies[Int($0.rawValue)]
            })
    }

    init(_ story: Story) {
        payer = story.last.paidBy.map { story.texts.text($0.id) }
        status = story.last.status
        returned = Set(
            story.returns.map { Credit(attempt: ExactText($0.attempt), amount: $0.amount) })
        for step in story.steps {
            rules[Int(step.step.rule.rawValue)] += 1
            for kind in step.step.anomalies.list { anomalies[Int(kind.rawValue)] += 1 }
        }
    }
}
