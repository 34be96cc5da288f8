import Foundation

/// A report as tables for people.
struct ReportText {
    private let report: Report

    init(_ report: Report) {
        self.report = report
    }

    var text: String {
        let stream = report.stream
        return """
            \(grouped(stream.events)) events of \(grouped(stream.payments)) payments, \
            \(decimal(Double(stream.bytes) / 1e6, 1)) MB; runs each: \(report.runs)

            \(programs)
            \(phases)
            \(memory)
            """
    }

    private var programs: String {
        var table = TextTable([
            "whole programs", "threads", "wall s", "events/s", "MB/s", "CPU s", "peak MB",
        ])
        for measured in report.programs {
            table.add(cells("connectorctl", measured.threads, measured.ours))
            if let baseline = measured.baseline {
                table.add(cells("baseline", measured.threads, baseline))
            }
            guard let ratio = measured.ratio else { continue }
            table.add([
                "ours / baseline", String(measured.threads), decimal(ratio.wall, 3), "", "",
                decimal(ratio.cpu, 3), ratio.peak.map { decimal($0, 3) } ?? "-",
            ])
        }
        return table.text
    }

    private func cells(_ name: String, _ threads: Int, _ use: Report.Program) -> [String] {
        [
            name, String(threads), decimal(use.wallSeconds, 4), grouped(Int(use.eventsPerSecond)),
            grouped(Int(use.megabytesPerSecond)), decimal(use.cpuSeconds, 4),
            use.peakBytes.map { decimal($0 / 1e6, 1) } ?? "-",
        ]
    }

    private static let phaseNames = ["reading", "parsing", "applying", "writing", "rest"]

    private var phases: String {
        var table = TextTable(["in this process", "threads", "wall s"] + Self.phaseNames)
        for use in report.inProcess {
            let seconds = Self.phaseNames.map { decimal(use.threadSeconds[$0] ?? 0, 4) }
            let shares = Self.phaseNames.map { decimal(100 * (use.shares[$0] ?? 0), 1) + " %" }
            let threads = String(use.threads)
            table.add(["thread seconds", threads, decimal(use.wallSeconds, 4)] + seconds)
            table.add(["share", threads, ""] + shares)
        }
        return table.text
    }

    private var memory: String {
        var table = TextTable(["memory of payments", "threads", "bytes", "a payment"])
        for use in report.inProcess {
            table.add([
                "allocated", String(use.threads), grouped(use.stateBytes),
                decimal(use.bytesPerPayment, 1),
            ])
        }
        return table.text
    }

    private func decimal(_ value: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", value)
    }

    /// With a comma after every three digits.
    private func grouped(_ value: Int) -> String {
        let digits = Array(String(value))
        return digits.indices.reduce(into: "") { text, index in
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digits[index])
        }
    }
}
