internal import Events
internal import JSONText
internal import Payments

/// `report.json`: what happened, in numbers (`spec/formats.md`).
struct ReportOutput {
    private let result: ReplayResult
    private let tally: ReplayTally

    init(_ result: ReplayResult) {
        self.result = result
        tally = result.tally
    }

    var bytes: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.object("clock") { json in
                json.text("start", result.statistics.earliest?.text)
                json.text("end", result.end?.text)
                if let jump = result.clockJump {
                    json.object("jump") { json in
                        json.text("after", jump.before.text)
                        json.number("events", jump.eventCount)
                        json.text("file", jump.path)
                        json.number("line", jump.line)
                    }
                }
            }
            writeStream(to: &json)
            writePayments(to: &json)
            json.list("money", Currency.all.filter { tally.money[Int($0.index)].isUsed }) {
                write($0, to: &$1)
            }
            json.list("connectors", connectorsInOrder) { write($0, to: &$1) }
        }
    }

    private func writeStream(to json: inout JSONWriter) {
        let statistics = result.statistics
        json.object("inputs") { json in
            json.number("files", result.request.paths.count)
            json.number("bytes", result.request.allInputBytes)
            json.number("events", statistics.total)
        }
        json.object("events") { json in
            json.number("total", statistics.total)
            json.number("applied", result.appliedCount)
            json.number("afterEnd", statistics.afterEnd)
            json.number("rejected", statistics.refused)
            json.object("byType") { json in
                for type in EventType.allCases {
                    json.number("\(type.name)", statistics.countsByType[type])
                }
            }
        }
    }

    private func writePayments(to json: inout JSONWriter) {
        json.object("payments") { json in
            json.number("total", tally.payments)
            json.object("byStatus") { json in
                for status in Status.allCases {
                    json.number(status.name, tally.countsByStatus[Int(status.rawValue)])
                }
            }
        }
        json.object("rules") { json in
            for rule in Rule.allCases { json.number(rule.name, result.count(of: rule)) }
        }
        json.object("anomalies") { json in
            json.number("total", result.anomalyCount)
            json.object("byKind") { json in
                for kind in Anomaly.allCases {
                    json.number(kind.name, tally.anomalies[Int(kind.rawValue)])
                }
            }
        }
    }

    private func write(_ currency: Currency, to json: inout JSONWriter) {
        let money = tally.money[Int(currency.index)]
        json.object { json in
            json.text("currency", currency.code)
            json.text("created", AmountText.string(money.created, in: currency))
            json.text("completed", AmountText.string(money.completed, in: currency))
            json.text("returned", AmountText.string(money.returned, in: currency))
            json.text("outstanding", AmountText.string(money.outstanding, in: currency))
        }
    }

    // MARK: Connectors

    private var connectorsInOrder: [Int] {
        let connectors = result.request.setup.connectors
        return connectors.indices.sorted {
            connectors[$0].id.utf8.lexicographicallyPrecedes(connectors[$1].id.utf8)
        }
    }

    private func write(_ index: Int, to json: inout JSONWriter) {
        let connector = result.request.setup.connectors[index]
        let tally = tally.connectors[index]
        json.object { json in
            json.text("connector", connector.id)
            json.number("processingPeriodMinutes", connector.processingPeriodMinutes)
            json.number("attempts", tally.attempts)
            json.number("succeeded", tally.succeeded)
            json.number("failed", tally.failed)
            json.number("expired", tally.expired)
            json.number("lateSucceeded", tally.lateSucceeded)
            json.number("lateFailed", tally.lateFailed)
            json.number("unanswered", tally.unanswered)
            json.object("resultSeconds") { Self.writeSeconds(tally.durations, to: &$0) }
            json.decimal(
                "expiredShare", Self.millionths(tally.expired, of: tally.attempts),
                fractionDigits: 6)
            json.object("suggestedPeriodMinutes") { json in
                json.number("p95", tally.durations.minutes(95))
                json.number("p99", tally.durations.minutes(99))
            }
            guard result.verifiesSignatures else { return }
            json.object("signatures") { json in
                json.number("valid", tally.signatures.valid)
                json.number("invalid", tally.signatures.invalid)
                json.number("missing", tally.signatures.missing)
            }
        }
    }

    private static func writeSeconds(_ durations: DurationHistogram, to json: inout JSONWriter) {
        for percent in [50, 90, 95, 99] {
            json.decimal("p\(percent)", durations.percentile(percent), fractionDigits: 9)
        }
        json.decimal("max", durations.longest, fractionDigits: 9)
    }

    /// A share in millionths, rounded; nil of nothing.
    private static func millionths(_ part: Int, of whole: Int) -> UInt64? {
        guard whole > 0 else { return nil }
        return UInt64((Int128(part) * 2_000_000 + Int128(whole)) / (Int128(whole) * 2))
    }
}
