internal import Payments
public import Replay
internal import SourceText

/// A finished replay in a few lines for people; `report.json` has everything.
public struct ReplaySummaryText {
    private let result: ReplayResult
    private let outputFolder: String?

    /// `outputFolder` is where the outputs were written, nil if nowhere.
    public init(_ result: ReplayResult, outputFolder: String?) {
        self.result = result
        self.outputFolder = outputFolder
    }

    public var text: String {
        let summary = result.summary
        var lines = TextTable()
        lines.append(["events", "\(result.eventCount)", events])
        lines.append(["clock", result.end?.text ?? "no events", ""])
        lines.append(["payments", "\(summary.paymentCount)", statuses(summary)])
        lines.append(["anomalies", "\(result.anomalyCount)", anomalies])
        if result.verifiesSignatures { lines.append(signatures) }
        var text = lines.text
        if !summary.money.isEmpty { text += "\n" + money(summary.money) }
        if let jump = result.clockJump { text += "\n" + Self.warning(jump) }
        if let outputFolder { text += "\nwritten to \(outputFolder)\n" }
        return text
    }

    private static func warning(_ jump: ClockJump) -> String {
        let more = jump.eventCount - 1
        let subject =
            more == 0
            ? "\(jump.path):\(jump.line) is"
            : "\(jump.path):\(jump.line) and \(Listing.count(more, "more event")) are"
        return PrintableText.escaped(
            "warning: \(subject) dated \(Listing.count(jump.years, "year")) after all other events, "
                + "the last of which is at \(jump.before.text); this moves the clock to "
                + "\(jump.end.text), so that all timers fire")
            + "\n  = hint: correct the time, or stop the clock with --until\n"
    }

    private var events: String {
        var parts = ["\(result.appliedCount) applied"]
        if result.afterEndCount > 0 { parts.append("\(result.afterEndCount) after the end") }
        if result.rejectedCount > 0 { parts.append("\(result.rejectedCount) rejected") }
        return parts.joined(separator: ", ")
    }

    private var anomalies: String {
        result.anomaliesByKind.map { "\($0.count) \($0.kind.name)" }.joined(separator: ", ")
    }

    private var signatures: [String] {
        let (valid, invalid) = (result.validSignatureCount, result.invalidSignatureCount)
        return ["signatures", "\(valid + invalid)", "\(valid) valid, \(invalid) invalid"]
    }

    private func statuses(_ summary: ReplaySummary) -> String {
        summary.countsByStatus.filter { $0.count > 0 }
            .map { "\($0.count) \($0.status.name)" }.joined(separator: ", ")
    }

    private func money(_ money: [ReplaySummary.Money]) -> String {
        var table = TextTable()
        table.append(["", "created", "completed", "returned", "outstanding"])
        for row in money {
            let sums = [row.created, row.completed, row.returned, row.outstanding]
            table.append([row.currency.code] + sums.map { AmountText.string($0, in: row.currency) })
        }
        return table.text
    }
}
