internal import Payments
internal import SourceText
internal import Stories

/// What became of a payment, as far as changes of it are told.
struct StoryOutcome {
    /// The attempt that paid.
    let payer: ExactText?
    /// What it paid, or what is owed where nobody has paid; nil where there is no payment.
    let debt: ClientMoney?
    let status: Status?
    /// What was returned, in minor units, by the attempts whose it was; all in the payment's currency and
    /// to its client.
    let returned: [ExactText: Int64]
    /// How many there are of each kind.
    private(set) var anomalies = [Int](repeating: 0, count: Anomaly.allCases.count)
    private(set) var rules = [Int](repeating: 0, count: Rule.allCases.count)

    /// All that was returned; nil where there is no payment.
    var allReturned: ClientMoney? {
        debt.map { debt in
            ClientMoney(
                client: debt.client, currency: debt.currency,
                minorUnits: returned.values.reduce(0) { $0 + Int128($1) })
        }
    }

    /// Kinds of anomalies that are more frequent here than in `other`.
    func anomalies(beyond other: StoryOutcome) -> Set<Anomaly> {
        Set(
            Anomaly.allCases.filter {
                anomalies[Int($0.rawValue)] > other.anomalies[Int($0.rawValue)]
            })
    }

    init(_ story: Story) {
        let payment = story.last
        payer = payment.paidBy.map { ExactText(story.texts.text($0.id)) }
        status = payment.status
        debt = payment.status.map { _ in
            ClientMoney(
                client: ExactText(story.texts.text(payment.client)), currency: payment.currency,
                minorUnits: Int128(payment.paidBy?.amount ?? payment.amount))
        }
        returned = story.returns.reduce(into: [:]) { $0[ExactText($1.attempt)] = $1.amount }
        for step in story.steps {
            rules[Int(step.step.rule.rawValue)] += 1
            for kind in step.step.anomalies.list { anomalies[Int(kind.rawValue)] += 1 }
        }
    }
}
