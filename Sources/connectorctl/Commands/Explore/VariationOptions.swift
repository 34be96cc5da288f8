import ArgumentParser
import Exploration
import Files
import Payments
import Reporting
import Scenarios
import Stories

/// The options of `explore` about variations of recorded events.
struct VariationOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The files of recorded events, in order: vary these instead.", valueName: "events"))
    var from: [String] = []

    @Option(
        help: ArgumentHelp(
            "When the clock stops, as RFC 3339 (default: at the last event).", valueName: "time"),
        transform: InstantArgument.parse)
    var until: Timestamp?

    @Option(
        help: ArgumentHelp(
            "The most variations to try; of more, a sample is tried (default: "
                + "\(Variations.Options().limit), and fewer where payments have hundreds of events).",
            valueName: "number"))
    var limit: Int?

    @Option(help: ArgumentHelp("The seed of the sample (default: 1).", valueName: "number"))
    var seed: UInt64?

    var isWanted: Bool { !from.isEmpty }

    mutating func validate() throws {
        from = ArgumentRuns.unfolded(from)
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }

    /// - Throws: `ValidationError` if one of them is given without `--from`.
    func checkUnused() throws {
        guard !isWanted, until != nil || limit != nil || seed != nil else { return }
        throw ValidationError("--until, --limit and --seed need --from.")
    }

    func run(
        _ configured: ExploredConfiguration, _ scenarios: ScenarioFolder, threads: Int,
        _ format: OutputFormat
    ) throws {
        let (events, end) = try configured.recording(reportingAs: format)
        let folder = try scenarios.prepare()
        let variations = Variations(
            of: events, until: end, in: configured.world, options(threads))
        try write(variations, configured.world, scenarios, to: folder)
        try format.write(
            text: VariationsText(variations).text, json: VariationsJSON(variations).bytes)
        if !variations.violations.isEmpty { try ExitStatus.findings.end() }
    }

    private func options(_ threads: Int) -> Variations.Options {
        var options = Variations.Options()
        options.until = until
        options.threads = threads
        if let limit { (options.limit, options.mostLooks) = (limit, nil) }
        if let seed { options.seed = seed }
        return options
    }

    private func write(
        _ variations: Variations, _ world: World, _ scenarios: ScenarioFolder,
        to folder: LockedFolder?
    ) throws {
        guard let folder else { return }
        let named = try scenarios.namedConfiguration()
        let groups = variations.groups.enumerated().map {
            ScenarioDraft(of: $1, number: $0 + 1, config: named)
        }
        let violations = variations.violations.map { ScenarioDraft(of: $0, config: named) }
        _ = try scenarios.write(violations + groups, in: world, beside: [], to: folder)
    }
}
