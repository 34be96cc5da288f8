import ArgumentParser
import Generation

/// What happens to the payments of a generated stream.
struct MixOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The share that succeeds only after the period has passed.", valueName: "percent"),
        transform: StreamArgument.percent)
    var lateSuccesses: Percent?

    @Option(
        help: ArgumentHelp(
            "The share that is tried again after the period, and both attempts succeed.",
            valueName: "percent"),
        transform: StreamArgument.percent)
    var doublePayments: Percent?

    @Option(
        help: ArgumentHelp(
            "The share with a failed attempt: for good, before another one, or late.",
            valueName: "percent"),
        transform: StreamArgument.percent)
    var failures: Percent?

    @Option(
        help: ArgumentHelp(
            "The share with events that are sent again, as they were or later.",
            valueName: "percent"),
        transform: StreamArgument.percent)
    var duplicates: Percent?

    /// Whoever gives shares gives all of them; it is the usual mix without any.
    var mix: StoryMix {
        let shares = [lateSuccesses, doublePayments, failures, duplicates]
        guard shares.contains(where: { $0 != nil }) else { return .usual }
        return StoryMix(
            lateSuccessesPerMille: lateSuccesses?.perMille ?? 0,
            doublePaymentsPerMille: doublePayments?.perMille ?? 0,
            failuresPerMille: failures?.perMille ?? 0,
            duplicatesPerMille: duplicates?.perMille ?? 0)
    }

    /// The usual mix, for the help.
    static let usualText: String = {
        let usual = StoryMix.usual
        let shares = [
            usual.lateSuccessesPerMille, usual.doublePaymentsPerMille, usual.failuresPerMille,
            usual.duplicatesPerMille,
        ].map { "\(Percent(perMille: $0)) %" }
        return "\(shares[0]) succeed late, \(shares[1]) are paid twice, \(shares[2]) have a "
            + "failure and \(shares[3]) duplicates"
    }()
}
