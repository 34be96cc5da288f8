import Events
import Payments
import Replay
import Reporting
import Stories
import TestSupport
import Testing

@testable import Exploration

@Suite("Changes of money")
struct MoneyDifferenceTests {
    private static let world = World(.small)

    private static func at(_ seconds: Int) -> Timestamp {
        Timestamp(nanoseconds: Int64(seconds) * 1_000_000_000)
    }

    /// A payment that is created up to three times with other data, and has up to three attempts with
    /// amounts of their own.
    private static func stream(seed: UInt64) -> [RecordedEvent] {
        var random = SeededGenerator(seed: seed)
        return (0..<Int.random(in: 4...9, using: &random)).map { place in
            let attempt = "a\(Int.random(in: 0..<3, using: &random))"
            let action: RecordedEvent.Action
            switch place == 0 ? 0 : Int.random(in: 0..<10, using: &random) {
            case 0, 1:
                action = .created(
                    client: ["ann", "bob"].randomElement(using: &random) ?? "", method: "card",
                    amount: [100, 100, 300].randomElement(using: &random) ?? 0,
                    currency: [Currency(index: 0), Currency(index: 1)]
                        .randomElement(using: &random) ?? Currency(index: 0))
            case 2...5:
                let amount = WrittenAmount(
                    digits: Int64.random(in: 1...2, using: &random), exponent: 0)
                action = .attempted(
                    attempt: attempt, method: nil,
                    amount: Bool.random(using: &random) ? amount : nil)
            case 6...8: action = .succeeded(attempt: attempt)
            default: action = .failed(attempt: attempt, error: ErrorText())
            }
            return RecordedEvent(at: at(place * 400), payment: "p", action: action)
        }
    }

    /// Everything that is known of a payment's money, in words.
    private static func money(_ story: Story) -> String {
        guard story.last.status != nil else { return "none" }
        let currency = story.last.currency.code
        let client = story.texts.text(story.last.client)
        let paid = story.last.paidBy.map { attempt in
            "\(story.texts.text(attempt.id)) pays \(attempt.amount)"
        }
        let returned = story.returns.map { "\($0.attempt) \($0.amount)" }.sorted()
        return "\(paid ?? "owes \(story.last.amount)") \(currency) \(client)"
            + (returned.isEmpty ? "" : " and gets \(returned)")
    }

    @Test(
        "are found wherever an amount, a currency or a client differs",
        arguments: 0..<40 as Range<UInt64>)
    func differences(seed: UInt64) {
        let events = Self.stream(seed: seed)
        let end = Self.at(events.count * 400 + 10_000)
        let usual = Story(of: "p", events, until: end, in: Self.world)
        let varied = VariedStory(of: "p", events, until: end, in: Self.world)
        for variation in varied.variations(upTo: end) {
            let story = Story(
                of: "p", variation.applied(to: events).events, until: end, in: Self.world)
            let change = StoryChange(
                from: StoryOutcome(usual), to: StoryOutcome(story), ruleBefore: .paid,
                ruleAfter: .paid)
            let (old, new) = (Self.money(usual), Self.money(story))
            // That there is a payment at all is its status.
            let isMoney = old != new && (usual.last.status != nil) == (story.last.status != nil)
            #expect(
                (change?.weight == .money) == (isMoney || (old != new && usual.last.paidBy != nil)),
                "seed \(seed), \(variation.kind): \(old) became \(new)")
        }
    }

    private static func outcome(
        _ client: String, _ currency: UInt8, paid: Int64?, attempt: Int = 0
    ) throws -> StoryOutcome {
        var events = [
            RecordedEvent(
                at: at(0), payment: "p",
                action: .created(
                    client: client, method: "card", amount: 700, currency: Currency(index: currency)
                ))
        ]
        if let paid {
            let id = "a\(attempt)"
            events.append(
                RecordedEvent(
                    at: at(1), payment: "p",
                    action: .attempted(
                        attempt: id, method: nil, amount: WrittenAmount(digits: paid, exponent: 0)))
            )
            events.append(RecordedEvent(at: at(2), payment: "p", action: .succeeded(attempt: id)))
        }
        return StoryOutcome(Story(of: "p", events, until: at(3), in: world))
    }

    @Test("have the name of what matters most of them")
    func names() throws {
        let old = try Self.outcome("ann", 0, paid: 3)
        let rows: [(StoryOutcome, String)] = [
            (try Self.outcome("ann", 0, paid: 3, attempt: 1), "another-attempt"),
            (try Self.outcome("ann", 0, paid: 4, attempt: 1), "more"),
            (try Self.outcome("ann", 0, paid: 2), "less"),
            (try Self.outcome("ann", 1, paid: 2), "another-currency"),
            (try Self.outcome("bob", 1, paid: 2), "another-client"),
            (try Self.outcome("ann", 0, paid: nil), "nobody"),
        ]
        for (new, name) in rows {
            let change = StoryChange(from: old, to: new, ruleBefore: .paid, ruleAfter: .paid)
            #expect(change?.payer.name == name)
            #expect(change?.weight == .money)
        }
    }
}
