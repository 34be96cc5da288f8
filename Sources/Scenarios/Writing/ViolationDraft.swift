public import Exploration
internal import Payments

extension ScenarioDraft {
    /// The shortest events that show `violation`.
    ///
    /// - Parameter config: the folder of the configuration, as the scenario is to name it; nil: the
    ///   search made one up.
    public init(of violation: Exploration.Violation, config: String?) {
        let invariant = violation.invariant
        self.init(
            id: "violates-" + invariant.name, title: "Does not hold: \(invariant.sentence)",
            config: config, events: violation.witness.events, until: violation.witness.end)
        comments = ["The last step violates \(invariant.name). The expectations say what happens."]
    }
}
