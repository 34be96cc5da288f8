import Payments
import TestSupport

/// Random streams with a bit of everything: identifiers of all lengths and spellings, attempts beyond
/// the number that is searched one by one, results at the very deadline, payments that are never
/// created, and lines that are no events.
struct VariedStream {
    /// The lines in the order of their times, which are all different.
    let lines: [String]

    init(seed: UInt64, count: Int = 160, invalidPerMille: Int = 40) {
        var writer = Writer(random: SeededGenerator(seed: seed), invalidPerMille: invalidPerMille)
        while writer.lines.count < count { writer.writeNext() }
        lines = writer.lines
    }

    /// The lines as files, cut before the lines with these numbers.
    func files(cutAt cuts: [Int]) -> [[String]] {
        let bounds = [0] + cuts + [lines.count]
        return zip(bounds, bounds.dropFirst()).map { Array(lines[$0..<$1]) }
    }
}

private struct Writer {
    var random: SeededGenerator
    let invalidPerMille: Int
    private(set) var lines: [String] = []
    private var second = 0

    /// As they stand in a JSON string. Some are prefixes of others; two of them spell one identifier.
    private static let payments =
        [
            "p", "p-", "p-1", "p-10", #"p\u002d1"#, "exactly-16-bytes", "exactly-17-bytes-",
            "order/2026/01/05/000000000000000001", "order/2026/01/05/000000000000000002",
            #"with \"quotes\" and a \\ and a \/"#, "заказ-№-17", "é", #"e\u0301"#,
            #"\ud83d\ude00 smile"#,
        ] + [String(repeating: "€", count: 128), String(repeating: "😀", count: 128)]
    private static let clients = ["c", "c-1", "клиент", #"c\u002d1"#, "client/with/a/long/name"]
    private static let shortAttempts = ["1", "a", "1234567", "12345678", "é", #"\u0061"#]
    private static let amounts = [
        #""12.50""#, "12.5", "12.50", #""1""#, "3", "1.25e1", #""0.01""#, #""12.500""#, #""7.125""#,
    ]
    private static let outcomes = [
        #""outcome":"succeeded""#, #""outcome":"succeeded","signature":"00ff""#,
        #""outcome":"failed""#, #""outcome":"failed","error":{}"#,
        #""outcome":"failed","error":{"code":"51","message":null}"#,
        #""outcome": "failed", "error": {"message": "No \"money\" — нет", "code": "51"}"#,
        #""error":{"x":{"code":1},"code":"a code that is longer than sixteen"},"outcome":"failed""#,
    ]
    private static let noise = [
        "", "", #","id":"ev""#, #","id":"an identifier of more than sixteen bytes""#,
        #","note":{"payment":"p","list":[1,{"a":[]}]}"#, #", "x" : -1.5e3, "y": "\n\u0000""#,
    ]
    private static let broken = [
        "{", "{}", #"{"type":"payment.paid"}"#, #"{"type":"clock.advanced","at":"never"}"#, "null",
        #"{"type":"clock.advanced","at":"2026-01-05T10:00:00Z","at":"2026-01-05T10:00:00Z"}"#,
    ]

    init(random: SeededGenerator, invalidPerMille: Int) {
        self.random = random
        self.invalidPerMille = invalidPerMille
    }

    mutating func writeNext() {
        if Int.random(in: 0..<1000, using: &random) < invalidPerMille {
            return lines.append(pick(Self.broken))
        }
        second += Int.random(in: 1...300, using: &random)
        let payment = pick(Self.payments)
        switch Int.random(in: 0..<20, using: &random) {
        case 0: write(#""type":"clock.advanced""#)
        case 1...5: writeCreated(payment)
        case 6...8: writeStory(payment)
        case 9...14: writeAttempted(payment, attempt(of: payment))
        default: writeResult(payment, attempt(of: payment))
        }
    }

    private mutating func writeCreated(_ payment: String) {
        // Never created, but named by attempts and results.
        guard !payment.hasPrefix("order") || payment.hasSuffix("1") else { return }
        let currency = pick(["EUR", "EUR", "EUR", "KWD"])
        write(
            #""type":"payment.created","payment":"\#(payment)","client":"\#(pick(Self.clients))","#
                + #""method":"\#(method())","amount":\#(pick(["12.50", #""12.5""#])),"#
                + #""currency":"\#(currency)""#)
    }

    private mutating func writeAttempted(_ payment: String, _ attempt: String) {
        var line = #""type":"payment.attempted","payment":"\#(payment)","attempt":"\#(attempt)""#
        if Bool.random(using: &random) { line += #","method":"\#(method())""# }
        if Bool.random(using: &random) { line += #","amount":\#(pick(Self.amounts))"# }
        write(line)
    }

    private mutating func writeResult(_ payment: String, _ attempt: String) {
        write(
            #""payment": "\#(payment)", "attempt": "\#(attempt)", "type": "gateway.result","#
                + pick(Self.outcomes))
    }

    /// An attempt, and its result at the deadline or next to it.
    private mutating func writeStory(_ payment: String) {
        let attempt = attempt(of: payment)
        writeAttempted(payment, attempt)
        second += 15 * 60 + Int.random(in: -1...1, using: &random)
        if Bool.random(using: &random) { write(#""type":"clock.advanced""#) }
        second += Int.random(in: 0...1, using: &random)
        writeResult(payment, attempt)
    }

    /// The first payments have few attempts, the others up to dozens, mostly with long identifiers.
    private mutating func attempt(of payment: String) -> String {
        let kind = Int.random(in: 0..<4, using: &random)
        if kind == 0 || payment == "p-10" { return pick(Self.shortAttempts) }
        let number = Int.random(in: 0..<(payment.utf8.count > 16 ? 40 : 3), using: &random)
        switch kind {
        case 1: return "550e8400-e29b-41d4-a716-4466554400\(10 + number)"
        case 2: return String(repeating: "😀", count: 100) + "\(number)"
        default: return "attempt-\(number)"
        }
    }

    private mutating func method() -> String { pick(["card", "card", "cash", "cheque", "нал"]) }

    private mutating func write(_ fields: String) {
        let nanoseconds = 1_767_600_000_000_000_000 + Int64(second) * 1_000_000_000
        let at = Timestamp(nanoseconds: nanoseconds)
        lines.append(#"{"at":"\#(at.text)",\#(fields)\#(pick(Self.noise))}"#)
    }

    private mutating func pick(_ texts: [String]) -> String {
        texts.randomElement(using: &random) ?? ""
    }
}
