internal import Configuration
internal import Documents
internal import SourceText
internal import Stories

/// A scenario on its way to be run.
struct Preparation: Sendable {
    private let document: ScenarioDocument
    private(set) var state: State

    enum State: Sendable {
        case read(Scenario)
        case ready(Scenario, TestedWorld)
        case error([Diagnostic])
    }

    /// - Parameter findings: what was found wrong with the document before.
    init(_ document: ScenarioDocument, _ findings: [Diagnostic]) {
        self.document = document
        let (scenario, more) = ScenarioReading.scenario(document)
        let errors = (findings + more).filter { $0.severity == .error }
        if let scenario, errors.isEmpty { state = .read(scenario) } else { state = .error(errors) }
    }

    /// Finds the configuration under test.
    mutating func find(in configurations: inout TestedConfigurations) {
        guard case .read(let scenario) = state else { return }
        switch configurations.configuration(at: scenario.config.path) {
        case .world(let world): state = .ready(scenario, world)
        case .unusable(let why): state = .error([.configInvalid(scenario, why)])
        }
    }

    func run(_ request: ScenarioRequest) -> ScenarioResult {
        let began = request.clock?() ?? 0
        var (outcome, book, count) = (ScenarioResult.Verdict.error([]), StoryBook?.none, 0)
        var folder: String?
        switch state {
        case .ready(let scenario, let world):
            let run = ScenarioRun(
                scenario: scenario, world: world.world, temporaryFolder: request.temporaryFolder)
            (outcome, book) = run.outcome()
            (count, folder) = (scenario.expectations.count, world.name)
        case .error(let problems): outcome = .error(problems)
        case .read: preconditionFailure("a scenario's configuration is looked for before it runs")
        }
        let ended = request.clock?() ?? 0
        return ScenarioResult(
            id: document.id, title: document.node["title"]?.string,
            span: (document.node["id"] ?? document.node).span, outcome: outcome,
            expectationCount: count, nanoseconds: ended >= began ? ended - began : 0,
            book: request.keepsBooks ? book : nil, configuration: folder)
    }
}

extension Diagnostic {
    fileprivate static func configInvalid(_ scenario: Scenario, _ why: String) -> Diagnostic {
        let node = scenario.config.node ?? scenario.node["id"] ?? scenario.node
        let path = scenario.config.path
        let advice =
            scenario.config.node == nil
            ? "name the configuration under test in `config`"
            : "`connectorctl validate \(path)` says more"
        return Diagnostic(
            .scenarioConfigInvalid, "the configuration `\(path)` cannot be used: \(why)", at: node,
            hint: advice)
    }
}
