import Generation

extension RecipeFault {
    /// What is wrong with the options, and what would be right.
    var failure: Failure {
        switch self {
        case .eventCount(let count, let allowed): outside("--events", count, allowed)
        case .clientCount(let count, let allowed): outside("--clients", count, allowed)
        case .disorderSeconds(let count, let allowed):
            outside("--disorder-seconds", count, allowed)
        case .rate(let rate, let payments, let seconds):
            Failure(
                .usage, "`--rate \(rate)` is out of range",
                hint: "\(text(payments)) payments in \(text(seconds)) seconds, like 10 or 1/60")
        case .share(let perMille):
            Failure(
                .usage, "a share cannot be \(Percent(perMille: perMille)) %",
                hint: "shares are from 0 to 100 %")
        case .mix(let sum):
            Failure(
                .usage, "the shares of payments add up to \(Percent(perMille: sum)) %",
                hint: "--late-successes, --double-payments, --failures and --duplicates together "
                    + "are at most 100 %")
        case .noMethod:
            Failure(
                .couldNotRun, "the configuration has no active payment method",
                hint: "without `--config`, payments use methods of their own")
        case .method(let method):
            Failure(.couldNotRun, "events cannot be written with the method `\(method.id)`")
        case .noMethodWithPeriod:
            Failure(
                .usage, "nothing can be late: no active method has a connector with a period",
                hint: "give a connector `processingPeriodMinutes`, or ask only for `--failures` "
                    + "and `--duplicates`")
        case .timeOutOfRange:
            Failure(
                .usage, "the stream would leave the years that events can have, 1678 to 2260",
                hint: "an earlier `--start`, a higher `--rate` or fewer `--events`")
        }
    }

    private func outside(_ option: String, _ value: Int, _ allowed: ClosedRange<Int>) -> Failure {
        Failure(
            .usage, "`\(option)` cannot be \(value)", hint: "a whole number, \(text(allowed))")
    }

    private func text(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound) to \(range.upperBound)"
    }
}
