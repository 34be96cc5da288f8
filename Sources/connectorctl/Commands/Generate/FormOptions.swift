import ArgumentParser

/// How a generated stream is written, and where to.
struct FormOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The share of events that are written later than they happened (default: 0).",
            valueName: "percent"),
        transform: StreamArgument.percent)
    var disorder: Percent?

    @Option(help: ArgumentHelp("How much later at most.", valueName: "seconds"))
    var disorderSeconds = 60

    @Option(
        help: ArgumentHelp(
            "The share of events with their keys in another order, and spaces (default: 2).",
            valueName: "percent"),
        transform: StreamArgument.percent)
    var secondProducer: Percent?

    @Option(
        help: ArgumentHelp(
            "The file to write, which appears when it is complete (default: -, standard output).",
            valueName: "file"))
    var out: String?
}
