import Payments
import TestSupport

/// A random stream of one payment whose times and amounts are as far apart as they can be.
struct ExtremeStream {
    let lines: [String]

    /// The first and the last instant, what is next to them, to the epoch and to the middle, and what is a
    /// little more and a little less than 2^63 nanoseconds away from an end.
    private static let times = [
        "1678-01-01T00:00:00Z", "1678-01-01T00:00:00.000000001Z", "1678-01-01T00:15:00Z",
        "1969-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z", "1968-09-21T23:47:16.854775808Z",
        "1970-04-11T23:47:16.854775807Z", "2260-12-31T23:59:59.999999998Z",
        "2260-12-31T23:59:59.999999999Z",
    ]
    private static let amounts = [
        "0.01", "1", "10000000000000000", "9999999999999999.99", "0.0001", "1000000000000000000",
    ]
    private static let methods = ["year", "minute", "open", "none"]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        let instants = (0..<24).compactMap { _ in Timestamp(text: pick(Self.times)) }.sorted()
        lines = instants.enumerated().map { index, at in
            let head = #"{"at":"\#(at.text)","payment":"p""#
            let kind = index == 0 ? 0 : Int.random(in: 0..<12, using: &random)
            if kind == 0 {
                let money = pick([
                    #""amount":"10000000000000000.00","currency":"EUR""#,
                    #""amount":1000000000000000000,"currency":"JPY""#,
                    #""amount":"0.0001","currency":"CLF""#,
                ])
                return head + #","type":"payment.created","client":"c","method":"year",\#(money)}"#
            }
            let attempt = #","attempt":"a-\#(Int.random(in: 0..<6, using: &random))""#
            switch kind {
            case 1...5:
                let amount = Bool.random(using: &random) ? #","amount":\#(pick(Self.amounts))"# : ""
                return head + attempt
                    + #","type":"payment.attempted","method":"\#(pick(Self.methods))"\#(amount)}"#
            case 6...9:
                return head + attempt + #","type":"gateway.result","outcome":"succeeded"}"#
            default: return head + attempt + #","type":"gateway.result","outcome":"failed"}"#
            }
        }
    }

    /// Connectors with the longest, the shortest and no period.
    static let configuration = [("year", 525_600), ("minute", 1), ("open", nil as Int?)].map {
        id, minutes in
        """
        apiVersion: connectorctl/v1
        kind: Connector
        id: \(id)
        name: \(id)
        url: https://gateway.example/\(id)
        jsonSchema: {type: object}
        \(minutes.map { "processingPeriodMinutes: \($0)" } ?? "")
        ---
        apiVersion: connectorctl/v1
        kind: PaymentMethod
        id: \(id)
        name: \(id)
        connector: \(id)

        """
    }.joined(separator: "---\n")
}
