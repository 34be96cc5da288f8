internal import Events
internal import Payments

/// `report.json`: what happened, in numbers (contract, section 7).
struct ReportOutput {
    private let result: ReplayResult
    private let tally: ReplayTally

    init(_ result: ReplayResult) {
        self.result = result
        tally = result.tally
    }

    func append(to buffer: inout OutputBuffer) {
        buffer.append("{\"formatVersion\":1,\"clock\":{\"start\":")
        buffer.append(result.statistics.earliest)
        buffer.append(",\"end\":")
        buffer.append(result.end)
        buffer.append("}")
        appendStream(&buffer)
        appendPayments(&buffer)
        appendMoney(&buffer)
        appendConnectors(&buffer)
        buffer.append("}\n")
    }

    private func appendStream(_ buffer: inout OutputBuffer) {
        let statistics = result.statistics
        let request = result.request
        buffer.append(",\"inputs\":{\"files\":")
        buffer.append(request.paths.count)
        buffer.append(",\"bytes\":")
        buffer.append(request.allInputBytes)
        buffer.append(",\"events\":")
        buffer.append(statistics.total)
        buffer.append("},\"events\":{\"total\":")
        buffer.append(statistics.total)
        buffer.append(",\"applied\":")
        buffer.append(result.appliedCount)
        buffer.append(",\"afterEnd\":")
        buffer.append(statistics.afterEnd)
        buffer.append(",\"rejected\":")
        buffer.append(statistics.refused)
        buffer.append(",\"byType\":")
        buffer.append(
            counts: EventType.allCases.map {
                ("\($0.name)", statistics.countsByType[Int($0.rawValue)])
            })
        buffer.append("}")
    }

    private func appendPayments(_ buffer: inout OutputBuffer) {
        buffer.append(",\"payments\":{\"total\":")
        buffer.append(tally.payments)
        buffer.append(",\"byStatus\":")
        buffer.append(
            counts: Status.allCases.map { ($0.name, tally.countsByStatus[Int($0.rawValue)]) })
        buffer.append("},\"rules\":")
        buffer.append(counts: Rule.allCases.map { ($0.name, result.count(of: $0)) })
        buffer.append(",\"anomalies\":{\"total\":")
        buffer.append(result.anomalyCount)
        buffer.append(",\"byKind\":")
        buffer.append(
            counts: Anomaly.allCases.map { ($0.name, tally.anomalies[Int($0.rawValue)]) })
        buffer.append("}")
    }

    private func appendMoney(_ buffer: inout OutputBuffer) {
        buffer.append(",\"money\":[")
        var isFirst = true
        for currency in Currency.all {
            let money = tally.money[Int(currency.index)]
            guard money.isUsed else { continue }
            buffer.append(isFirst ? "{\"currency\":\"" : ",{\"currency\":\"")
            isFirst = false
            buffer.append(currency)
            buffer.append("\",\"created\":")
            buffer.append(money.created, in: currency)
            buffer.append(",\"completed\":")
            buffer.append(money.completed, in: currency)
            buffer.append(",\"returned\":")
            buffer.append(money.returned, in: currency)
            buffer.append(",\"outstanding\":")
            buffer.append(money.outstanding, in: currency)
            buffer.append("}")
        }
        buffer.append("]")
    }

    private func appendConnectors(_ buffer: inout OutputBuffer) {
        buffer.append(",\"connectors\":[")
        let connectors = result.request.setup.connectors
        let order = connectors.indices.sorted {
            connectors[$0].id.utf8.lexicographicallyPrecedes(connectors[$1].id.utf8)
        }
        for (place, index) in order.enumerated() {
            if place > 0 { buffer.append(",") }
            buffer.append(
                connectors[index], tally.connectors[index],
                withSignatures: result.verifiesSignatures)
        }
        buffer.append("]")
    }
}

extension OutputBuffer {
    /// Appends an object of names and numbers.
    fileprivate mutating func append(counts: [(name: String, count: Int)]) {
        append("{")
        for (index, entry) in counts.enumerated() {
            if index > 0 { append(",") }
            append(string: entry.name)
            append(":")
            append(entry.count)
        }
        append("}")
    }

    fileprivate mutating func append(
        _ connector: ReplaySetup.Connector, _ tally: ConnectorTally, withSignatures: Bool
    ) {
        append("{\"connector\":")
        append(string: connector.id)
        append(",\"processingPeriodMinutes\":")
        append(connector.processingPeriodMinutes)
        append(",\"attempts\":")
        append(tally.attempts)
        append(",\"succeeded\":")
        append(tally.succeeded)
        append(",\"failed\":")
        append(tally.failed)
        append(",\"expired\":")
        append(tally.expired)
        append(",\"lateSucceeded\":")
        append(tally.lateSucceeded)
        append(",\"lateFailed\":")
        append(tally.lateFailed)
        append(",\"unanswered\":")
        append(tally.unanswered)
        append(",\"resultSeconds\":")
        append(tally.durations)
        append(",\"expiredShare\":")
        append(share: tally.expired, of: tally.attempts)
        append(",\"suggestedPeriodMinutes\":{\"p95\":")
        append(tally.durations.minutes(95))
        append(",\"p99\":")
        append(tally.durations.minutes(99))
        append("}")
        if withSignatures { append(tally.signatures) }
        append("}")
    }

    private mutating func append(_ signatures: SignatureTally) {
        append(",\"signatures\":{\"valid\":")
        append(signatures.valid)
        append(",\"invalid\":")
        append(signatures.invalid)
        append(",\"missing\":")
        append(signatures.missing)
        append("}")
    }

    private mutating func append(_ durations: DurationHistogram) {
        append("{\"p50\":")
        append(seconds: durations.percentile(50))
        append(",\"p90\":")
        append(seconds: durations.percentile(90))
        append(",\"p95\":")
        append(seconds: durations.percentile(95))
        append(",\"p99\":")
        append(seconds: durations.percentile(99))
        append(",\"max\":")
        append(seconds: durations.longest)
        append("}")
    }

    private mutating func append(_ integer: Int?) {
        if let integer { append(integer) } else { appendNull() }
    }

    /// Appends nanoseconds as exact seconds without trailing zeros.
    private mutating func append(seconds nanoseconds: UInt64?) {
        guard let nanoseconds else { return appendNull() }
        appendTrimmed(Int128(nanoseconds), fractionDigits: 9)
    }

    /// Appends a share rounded to six digits, or null of nothing.
    private mutating func append(share part: Int, of whole: Int) {
        guard whole > 0 else { return appendNull() }
        appendTrimmed(
            (Int128(part) * 2_000_000 + Int128(whole)) / (Int128(whole) * 2), fractionDigits: 6)
    }

    private mutating func appendTrimmed(_ value: Int128, fractionDigits: Int) {
        var (value, digits) = (value, fractionDigits)
        while digits > 0, value % 10 == 0 {
            value /= 10
            digits -= 1
        }
        appendDecimal(value, fractionDigits: digits)
    }
}
