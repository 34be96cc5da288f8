import ArgumentParser
import Exploration
import Files
import Payments
import Reporting
import Scenarios
import SourceText
import Stories

/// The options of `explore` about the search over all that can happen.
struct SearchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The most attempts of the payment (default: 3).", valueName: "number"))
    var attempts: Int?

    @Option(help: ArgumentHelp("The most events (default: 10).", valueName: "number"))
    var depth: Int?

    @Flag(help: "Only print the invariants, each with its sentence.")
    var listInvariants = false

    var isGiven: Bool { attempts != nil || depth != nil || listInvariants }

    func validate() throws {
        let (attempts, depths) = (ExplorationBounds.attempts, ExplorationBounds.depths)
        if let number = self.attempts, !attempts.contains(number) {
            throw ValidationError(
                "--attempts must be a number from \(attempts.lowerBound) to "
                    + "\(attempts.upperBound): each attempt multiplies the states, and the rules "
                    + "tell apart only the attempt that paid, the current one, and any other.")
        }
        if let number = depth, !depths.contains(number) {
            throw ValidationError(
                "--depth must be a number from \(depths.lowerBound) to \(depths.upperBound): every "
                    + "search ends by itself well before that.")
        }
    }

    func run(
        _ configured: ExploredConfiguration, _ scenarios: ScenarioFolder, threads: Int,
        _ format: OutputFormat
    ) throws {
        guard
            let bounds = ExplorationBounds(
                attempts: attempts ?? ExplorationBounds.usual.attempts,
                depth: depth ?? ExplorationBounds.usual.depth)
        else { preconditionFailure("checked when the arguments were read") }
        try configured.checkMethods()
        let folder = try scenarios.prepare()
        let start = ContinuousClock.now
        let found = Exploration(of: configured.world, within: bounds, threads: threads)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let texts = try write(found, configured, scenarios, to: folder)
        let output = ByteOutput(.standardOutput, format == .json ? nil : .shown)
        switch format {
        case .json: output.write(ExplorationJSON(found, scenarios: texts).bytes)
        case .text:
            output.write(ExplorationText(found, seconds: seconds).text)
            if scenarios.path == nil { for text in texts { output.write("---\n" + text) } }
        }
        try output.finish()
        if !found.violations.isEmpty { try ExitStatus.findings.end() }
    }

    /// Writes a scenario of each violation, and the made-up configuration that it needs.
    private func write(
        _ found: Exploration, _ configured: ExploredConfiguration, _ scenarios: ScenarioFolder,
        to folder: LockedFolder?
    ) throws -> [String] {
        let named = found.violations.isEmpty ? nil : try scenarios.namedConfiguration()
        let drafts = found.violations.map { ScenarioDraft(of: $0, config: named) }
        let setup = configured.world.setup
        return try scenarios.write(
            drafts, in: configured.world,
            beside: configured.isMadeUp ? [("made-up-connectors.yaml", setup.yaml)] : [], to: folder
        )
    }
}
