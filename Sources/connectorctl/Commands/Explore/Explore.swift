import ArgumentParser
import Exploration
import Payments
import Reporting

/// `connectorctl explore`
struct Explore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Try everything that can happen to a payment, or what could have.",
        usage: "connectorctl explore [<options>]",
        discussion: """
            Without --from: every interleaving of the attempts of one payment, with results in \
            time, at the deadline, late, twice and in contradiction, is run through the state \
            machine that replays use, and every invariant is checked after every step. Exit code \
            1 means that one does not hold; the shortest events that show it are written as a \
            scenario.

            With --from: every recorded event is repeated, lost, swapped and delayed, one at a \
            time; what that would have changed is grouped by its cause.

            Examples:
              connectorctl explore
              connectorctl explore --config samples/shop/connectors --attempts 2 --depth 20
              connectorctl explore --config samples/shop/connectors \
            --from samples/shop/events.ndjson --write-scenarios variations
            """)

    @Option(
        help: ArgumentHelp(
            "The folder of the configuration (default: made-up connectors; required with --from).",
            valueName: "dir"))
    var config: String?

    @OptionGroup(title: "Search")
    var search: SearchOptions

    @OptionGroup(title: "Variations of recorded events")
    var variation: VariationOptions

    @Option(help: "How many cores to use (default: all). The results do not depend on it.")
    var threads: Int?

    @OptionGroup var output: FormatOption

    @Option(
        help: ArgumentHelp(
            "Write scenarios to this folder: of each violation, or the smallest of each group.",
            valueName: "dir"))
    var writeScenarios: String?

    func validate() throws {
        try stream.check()
        if variation.isWanted, search.isGiven {
            throw ValidationError(
                "--attempts, --depth and --list-invariants cannot be given with --from, which "
                    + "varies recorded events.")
        }
        try variation.checkUnused()
    }

    private var stream: StreamOptions {
        StreamOptions(
            config: config, events: variation.from, until: variation.until, threads: threads)
    }

    func run() throws {
        if search.listInvariants {
            return try output.format.write(text: InvariantList.text, json: InvariantList.json)
        }
        var outputs = OutputGuard()
        outputs.reads(variation.from, as: .events)
        if let writeScenarios { outputs.writes([], in: writeScenarios, by: "--write-scenarios") }
        try outputs.check()
        let configured = try ExploredConfiguration(
            stream, reportingAs: output.format, guarding: outputs)
        let scenarios = ScenarioFolder(path: writeScenarios, configuration: config)
        let threads = threads ?? min(Terminal.processorCount, StreamOptions.mostThreads)
        if variation.isWanted {
            try variation.run(configured, scenarios, threads: threads, output.format)
        } else {
            try search.run(configured, scenarios, threads: threads, output.format)
        }
    }
}
