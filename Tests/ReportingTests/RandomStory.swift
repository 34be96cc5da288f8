import Events
import Payments
import Replay
import Stories
import TestSupport

/// Random events of one payment, with identifiers that no format likes.
struct RandomStory {
    let payment: String
    let events: [RecordedEvent]

    static let world = World(
        ReplaySetup(
            connectors: [
                ReplaySetup.Connector(id: "acme", processingPeriodMinutes: 15),
                ReplaySetup.Connector(id: "slow", processingPeriodMinutes: nil),
            ],
            methods: [
                ReplaySetup.PaymentMethod(
                    id: "card", connector: 0, isActive: true, currencies: nil),
                ReplaySetup.PaymentMethod(
                    id: "post", connector: 1, isActive: false,
                    currencies: Currency(code: "EUR").map { [$0] }),
            ]))

    private static let texts = [
        "a-1", "a-2", "a;b", "a#59;b", "\"", "`", "%%{init: {}}%%", "a\u{2028}b", "\u{202E}abc",
        "<br/><script>", "style x:#1;", "classDef a:#b;", "end", "  ", "é", "e\u{301}", "😀",
        "ﬂ°°59¶ß",
        "a: b", "x->>y: z", "\\u{41}", "{\"}", "wrap:", "-", "Note over p: x",
    ]
    private static let amounts = ["100", "12.50", "0.001", "0.1"]

    init(seed: UInt64, count: Int = 60) {
        var random = SeededGenerator(seed: seed)
        let payment = Self.texts.randomElement(using: &random) ?? ""
        let attempts = Self.texts.shuffled(using: &random).prefix(7)
        var time = 1_767_607_200_000_000_000 as Int64
        let events = (0..<count).map { line in
            // Often at the same instant or at the very deadline.
            time += [0, 0, 1, 60_000_000_000, 900_000_000_000].randomElement(using: &random) ?? 0
            return RecordedEvent(
                at: Timestamp(nanoseconds: time), payment: payment,
                action: Self.action(attempts.randomElement(using: &random) ?? "", line, &random),
                id: Self.texts.randomElement(using: &random),
                file: Self.texts.randomElement(using: &random) ?? "", line: line + 1)
        }
        (self.payment, self.events) = (payment, events)
    }

    private static func action(
        _ attempt: String, _ line: Int, _ random: inout SeededGenerator
    ) -> RecordedEvent.Action {
        let texts = [nil] + Self.texts.map(Optional.some)
        let method = ["card", "post", nil, "cash;"].randomElement(using: &random) ?? nil
        switch Int.random(in: 0..<10, using: &random) {
        case _ where line == 2, 0:
            return .created(
                client: Self.texts.randomElement(using: &random) ?? "", method: method ?? "card",
                amount: 10_000,
                currency: Currency(code: Bool.random(using: &random) ? "EUR" : "JPY")
                    ?? Currency(index: 0))
        case 1...3:
            let amount = (amounts.randomElement(using: &random) ?? "").utf8
            let written = Array(amount).withUnsafeBufferPointer {
                WrittenAmount($0, spelling: .string)
            }
            return .attempted(
                attempt: attempt, method: method,
                amount: Bool.random(using: &random) ? written : nil)
        case 4...6: return .succeeded(attempt: attempt)
        default:
            return .failed(
                attempt: attempt,
                error: ErrorText(
                    code: texts.randomElement(using: &random) ?? nil,
                    message: texts.randomElement(using: &random) ?? nil))
        }
    }

    /// The explanation with the clock stopped a while after the last event.
    func explained(whyNot: Status? = nil) -> Explanation {
        let last = events.last?.at.nanoseconds ?? 0
        return Explanation(
            of: payment, events, until: Timestamp(nanoseconds: last + 600_000_000_000),
            of: StreamCounts(events: events.count), in: Self.world, whyNot: whyNot)
    }
}
