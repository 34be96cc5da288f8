import ArgumentParser
import Files
import Generation
import Payments

/// `connectorctl generate`
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a stream of made-up payment events, for load tests and demonstrations.",
        discussion: """
            The same options give the same bytes, at any time and on every machine. Every event \
            is valid; the stream is in the order of time unless --disorder asks otherwise. Give \
            shares of what happens to payments; the rest is paid in time. Without any share, \
            \(MixOptions.usualText).

            Example:
              connectorctl generate --events 100000 --seed 7 --out events.ndjson
            """)

    @Option(help: ArgumentHelp("How many events to write, one per line.", valueName: "number"))
    var events = 1000

    @Option(help: ArgumentHelp("The seed of the random numbers.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "When the first payment is created, as RFC 3339 (default: 2026-01-05T10:00:00Z).",
            valueName: "time"),
        transform: InstantArgument.parse)
    var start: Timestamp?

    @Option(
        help: ArgumentHelp(
            "Payments per second on average; 1/60 is one per minute (default: 10).",
            valueName: "rate"),
        transform: StreamArgument.rate)
    var rate: ArrivalRate?

    @Option(
        help: ArgumentHelp(
            "How many clients pay (default: one for twenty events, at least ten).",
            valueName: "number"))
    var clients: Int?

    @Option(
        help: ArgumentHelp(
            "Pay with the active methods of this configuration, in their currencies and with their "
                + "connectors' periods (default: card, pix, paypal, sepa, ideal and boleto, in "
                + "USD, EUR and GBP, 15 minutes).", valueName: "dir"))
    var config: String?

    @OptionGroup(title: "What happens to payments")
    var mix: MixOptions

    @OptionGroup(title: "How it is written")
    var form: FormOptions

    func run() throws {
        var outputs = OutputGuard()
        outputs.writes(OutputPath.file(form.out), by: "--out")
        try outputs.check()
        var generator = try generator(guarding: outputs)
        if let out = OutputPath.file(form.out) {
            outputs.removeLeftovers()
            let file = try AtomicFile(path: out, isDurable: false)
            while try generator.next(file.write) {}
            try file.complete()
            try file.publish()
        } else {
            let output = ByteOutput(.standardOutput)
            while !output.isClosed, generator.next({ output.write($0) }) {}
            try output.finish()
        }
    }

    private func generator(guarding outputs: OutputGuard) throws -> StreamGenerator {
        let recipe = try recipe(guarding: outputs)
        do {
            return try StreamGenerator(recipe)
        } catch {
            throw error.failure
        }
    }

    private func recipe(guarding outputs: OutputGuard) throws -> StreamRecipe {
        var recipe = StreamRecipe(eventCount: events)
        recipe.seed = seed
        if let start { recipe.start = start }
        if let rate { recipe.rate = rate }
        if let clients { recipe.clientCount = clients }
        if let config { recipe.methods = try ConfiguredMethods.load(config, guarding: outputs) }
        recipe.mix = mix.mix
        if let share = form.disorder { recipe.disorderPerMille = share.perMille }
        recipe.disorderSeconds = form.disorderSeconds
        if let share = form.secondProducer { recipe.secondProducerPerMille = share.perMille }
        return recipe
    }
}
