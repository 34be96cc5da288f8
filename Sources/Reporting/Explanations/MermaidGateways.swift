internal import Payments
internal import SourceText
internal import Stories

/// The gateways that a payment's events speak of, in the order in which they do.
struct MermaidGateways {
    private(set) var names: [String] = []
    private var positions: [ExactText: Int] = [:]

    init(_ steps: [ExplainedStep]) {
        for step in steps where Self.speaks(step) {
            let name = Self.name(step)
            if positions[ExactText(name)] == nil {
                positions[ExactText(name)] = names.count
                names.append(name)
            }
        }
    }

    /// The name of a step's gateway in the diagram.
    func participant(of step: ExplainedStep) -> String {
        positions[ExactText(Self.name(step))].map { "g\($0)" } ?? "p"
    }

    private static func speaks(_ step: ExplainedStep) -> Bool {
        step.event == "gateway.result" || step.row.rule == .attemptStarted
    }

    private static func name(_ step: ExplainedStep) -> String {
        guard let route = step.route else { return "a gateway that is not known" }
        return route.connector.map { "connector \($0)" }
            ?? "the gateway of method \(Words.name(route.method))"
    }
}
