internal import Documents
internal import Events
internal import Payments
internal import Replay
internal import SourceText
internal import Stories

/// What a story tells, as expectations of a scenario.
enum ExpectationText {
    /// A flow mapping each: the payments, the balances, the anomalies.
    static func lines(of book: StoryBook, from start: Timestamp) -> [String] {
        book.stories.compactMap { payment($0) } + balances(book) + [anomalies(book)]
    }

    private static func payment(_ story: Story) -> String? {
        guard let state = story.state(story.last) else { return nil }
        var fields = [
            ("payment", YAMLText.string(state.payment)), ("status", state.status.name),
            ("paidBy", YAMLText.string(state.paidBy)),
            ("displayedError", error(state.displayedError)),
        ]
        if !state.attempts.isEmpty {
            let attempts = state.attempts.map { attempt in
                YAMLText.flowKey(attempt.attempt) + YAMLText.flow(fieldsOf(attempt))
            }
            fields.append(("attempts", "{" + attempts.joined(separator: ", ") + "}"))
        }
        let rules = story.steps.map { $0.step.rule.name }
        fields.append(("rules", "[" + rules.joined(separator: ", ") + "]"))
        return YAMLText.flow(fields)
    }

    private static func fieldsOf(_ attempt: AttemptState) -> [(String, String)] {
        [
            ("outcome", attempt.outcome?.name ?? "null"), ("late", "\(attempt.late)"),
            ("returned", "\(attempt.returned)"),
        ]
    }

    private static func balances(_ book: StoryBook) -> [String] {
        var sums: [Account: Int128] = [:]
        for entry in book.returns() {
            let account = Account(client: ExactText(entry.client), currency: entry.currency)
            sums[account, default: 0] += Int128(entry.amount)
        }
        let accounts = sums.keys.sorted { left, right in
            guard left.client == right.client else {
                return ByteOrder.precedes(left.client.text, right.client.text)
            }
            return left.currency.code < right.currency.code
        }
        return accounts.map { account in
            YAMLText.flow([
                ("client", YAMLText.string(account.client.text)),
                ("currency", account.currency.code),
                (
                    "balance",
                    "\"" + AmountText.string(sums[account] ?? 0, in: account.currency) + "\""
                ),
            ])
        }
    }

    private static func anomalies(_ book: StoryBook) -> String {
        let anomalies = book.anomalies().map { anomaly in
            YAMLText.flow([
                ("kind", anomaly.kind.name), ("payment", YAMLText.string(anomaly.payment)),
            ])
        }
        return YAMLText.flow([("anomalies", "[" + anomalies.joined(separator: ", ") + "]")])
    }

    private static func error(_ error: ErrorText?) -> String {
        guard let error else { return "null" }
        return YAMLText.flow([
            ("code", YAMLText.string(error.code)), ("message", YAMLText.string(error.message)),
        ])
    }
}
