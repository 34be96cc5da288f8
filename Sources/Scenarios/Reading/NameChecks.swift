internal import Documents
internal import Events
internal import Payments
internal import SourceText

/// Rule: what an expectation names is named by an event, and lies within the scenario's time. An
/// expectation about anything else would be an unnoticed slip.
struct NameChecks {
    private let payments: Set<ExactText>
    private let clients: Set<ExactText>
    /// By payment.
    private let attempts: [ExactText: Set<ExactText>]
    private let end: Timestamp
    private(set) var diagnostics: [Diagnostic] = []
    /// The names among which a nearest one is looked for, by what they are names of.
    private var candidates: [ExactText: [String]] = [:]
    private static let mostCandidates = 1000
    /// After so many unknown names, further suggestions would not be read.
    private static let mostSuggestions = 100

    /// - Parameter end: where the clock stops.
    init(_ events: [RecordedEvent], until end: Timestamp) {
        self.end = end
        payments = Set(events.compactMap { $0.payment.map(ExactText.init) })
        clients = Set(
            events.compactMap { event in
                guard case .created(let client, _, _, _) = event.action else { return nil }
                return ExactText(client)
            })
        attempts = events.reduce(into: [:]) { attempts, event in
            guard let payment = event.payment, let attempt = event.attempt else { return }
            attempts[ExactText(payment), default: []].insert(ExactText(attempt))
        }
    }

    mutating func check(_ expectation: Expectation) {
        let node = expectation.node
        if let at = expectation.at, at > end, let time = node["at"] {
            diagnostics.append(.afterTheEnd(time, end))
        }
        switch expectation.subject {
        case .payment(let payment): check(payment, node)
        case .balance(let balance):
            check(balance.client, "client", among: clients, at: node["client"] ?? node)
        case .anomalies(_, let list):
            for element in list.elements {
                guard let name = element["payment"], let payment = name.string else { continue }
                check(payment, "payment", among: payments, at: name)
            }
        }
    }

    private mutating func check(_ payment: PaymentExpectation, _ node: Node) {
        let name = node["payment"] ?? node
        guard check(payment.payment, "payment", among: payments, at: name) else { return }
        let known = attempts[ExactText(payment.payment)] ?? []
        for attempt in payment.attempts {
            check(
                attempt.attempt, "attempt", of: payment.payment, among: known, at: attempt.node)
        }
    }

    @discardableResult
    private mutating func check(
        _ name: String, _ noun: String, of owner: String = "", among names: Set<ExactText>,
        at node: Node
    ) -> Bool {
        if names.contains(ExactText(name)) { return true }
        let nearest =
            diagnostics.count < Self.mostSuggestions
            ? Suggestion.nearest(
                to: name, among: candidates(names, ExactText(noun + " " + owner))) : nil
        diagnostics.append(
            Diagnostic(
                .scenarioNameUnknown, "no event names the \(noun) `\(name)`", at: node,
                hint: nearest.map { "did you mean `\($0)`?" }))
        return false
    }

    private mutating func candidates(_ names: Set<ExactText>, _ key: ExactText) -> [String] {
        if let known = candidates[key] { return known }
        let sorted = names.map(\.text).sorted(by: ByteOrder.precedes)
        let first = Array(sorted.prefix(Self.mostCandidates))
        candidates[key] = first
        return first
    }
}

extension Diagnostic {
    fileprivate static func afterTheEnd(_ node: Node, _ end: Timestamp) -> Diagnostic {
        Diagnostic(
            .scenarioTimeOutside, "the scenario's clock stops before this, at \(end.text)",
            at: node, hint: "give an earlier time, or a later `until`")
    }
}
