import Documents
import Events
import Payments
import Replay
import Reporting
import SourceText
import Stories
import TestSupport
import Testing

@testable import Exploration

@Suite("Variations of recorded payments")
struct VariationTests {
    private static let world = World(.small)

    private static func at(_ seconds: Int64) -> Timestamp {
        Timestamp(nanoseconds: seconds * 1_000_000_000)
    }

    /// A payment that is paid in time, a minute before the deadline.
    private static let paid: [RecordedEvent] = [
        RecordedEvent(
            at: at(0), payment: "p",
            action: .created(
                client: "c", method: "card", amount: 100, currency: Currency(index: 0))),
        RecordedEvent(
            at: at(0), payment: "p",
            action: .attempted(attempt: "a", method: nil, amount: nil)),
        RecordedEvent(at: at(840), payment: "p", action: .succeeded(attempt: "a")),
    ]

    private static func variations(
        _ events: [RecordedEvent], until end: Timestamp, _ machine: StateMachine = .real,
        _ change: (inout Variations.Options) -> Void = { _ in }
    ) -> Variations {
        var options = Variations.Options()
        change(&options)
        return Variations(of: events, until: end, in: World(.small, machine: machine), options)
    }

    private func group(
        _ variations: Variations, _ kind: Variation.Kind, _ trigger: Witnesses.Trigger
    ) -> Variations.Group? {
        variations.groups.first { $0.cause.kind == kind && $0.cause.trigger == trigger }
    }

    @Test("are a sample where trying all would take too long, which a wanted number is not")
    func cost() {
        let events =
            Self.paid.prefix(1)
            + (0..<60).map { number in
                RecordedEvent(
                    at: Self.at(Int64(number)), payment: "p",
                    action: .attempted(attempt: "a\(number)", method: nil, amount: nil))
            }
        let all = Self.variations(Array(events), until: Self.at(840))
        #expect(all.isConclusive && all.total > 300)
        let some = Self.variations(Array(events), until: Self.at(840)) {
            $0.mostLooks = all.total * 61 * 61 / 4
        }
        #expect(some.total == all.total && abs(some.tried - all.total / 4) <= 1)
        let wanted = Self.variations(Array(events), until: Self.at(840)) { $0.mostLooks = nil }
        #expect(wanted.isConclusive)
    }

    @Test("say what a success would do that came later")
    func delayed() throws {
        let variations = Self.variations(Self.paid, until: Self.at(840))
        let past = try #require(group(variations, .delayedPastDeadline, .succeeded))
        #expect(past.cause.change.ruleBefore == .paid)
        #expect(past.cause.change.ruleAfter == .paidLate)
        #expect(past.weight == .rules)
        #expect(past.smallest.end == Timestamp(nanoseconds: 900_000_000_001))
        // At the very deadline it is still in time.
        #expect(group(variations, .delayedToDeadline, .succeeded) == nil)
        let lost = try #require(group(variations, .lost, .succeeded))
        #expect(lost.weight == .money)
        #expect(lost.cause.change.payer == .nobody)
        #expect(lost.cause.change.statusAfter == .processing)
        let repeated = try #require(group(variations, .repeatedAtEnd, .succeeded))
        #expect(repeated.cause.change.ruleAfter == .duplicateIgnored)
        #expect(variations.isConclusive)
        #expect(variations.violations.isEmpty)
        let counted = variations.groups.reduce(variations.unchanged) { $0 + $1.count }
        #expect(counted == variations.total)
    }

    @Test("do not go beyond where the clock is told to stop")
    func until() {
        let variations = Self.variations(Self.paid, until: Self.at(850)) {
            $0.until = Self.at(850)
        }
        #expect(group(variations, .delayedPastDeadline, .succeeded) == nil)
        #expect(variations.groups.allSatisfy { $0.smallest.end == Self.at(850) })
    }

    @Test("put what is delayed after everything that has the same time")
    func order() {
        let variation = Variation(kind: .delayedToDeadline, position: 0, time: Self.at(840))
        let (events, place) = variation.applied(to: Self.paid)
        #expect(place == 2)
        #expect(events.map(\.attempt) == ["a", "a", nil])
        let swap = Variation(kind: .swapped, position: 1, time: Self.at(0))
        let (swapped, second) = swap.applied(to: Self.paid)
        #expect(second == 2)
        #expect(swapped.map(\.at) == [Self.at(0), Self.at(0), Self.at(840)])
        #expect(swapped[1].action == .succeeded(attempt: "a"))
    }

    @Test("of a payment of one event leave it that event")
    func single() {
        let variations = Self.variations(Array(Self.paid.prefix(1)), until: Self.at(0))
        #expect(variations.total == 2)
        #expect(variations.groups.allSatisfy { !$0.smallest.events.isEmpty })
    }

    @Test("check every invariant")
    func violations() throws {
        let mutant = try #require(
            Mutant.all.first { $0.sentence == "a payment whose period expires is completed" })
        let variations = Self.variations(Self.paid, until: Self.at(840), mutant.machine)
        let violation = try #require(variations.violations.first)
        #expect(violation.smallest.kind == .delayedPastDeadline)
    }

    @Test("are tried by chance where there are too many, and then say so")
    func sampling() throws {
        let events = (0..<200).flatMap { number in
            Self.paid.map { event in
                var event = event
                event.payment = "p\(number)"
                return event
            }
        }
        let all = Self.variations(events, until: Self.at(840))
        let sampled = (1...2).map { threads in
            Self.variations(events, until: Self.at(840)) {
                ($0.limit, $0.seed, $0.threads) = (100, 7, threads)
            }
        }
        let other = Self.variations(events, until: Self.at(840)) { ($0.limit, $0.seed) = (100, 8) }
        #expect(sampled[0].total == all.total)
        #expect(sampled[0].tried == 100)
        #expect(!sampled[0].isConclusive)
        let bytes = sampled.map { VariationsJSON($0).bytes }
        #expect(bytes[0] == bytes[1])
        #expect(bytes[0] != VariationsJSON(other).bytes)
        #expect(JSONReader.read(SourceText(path: "v.json", bytes: bytes[0])).diagnostics.isEmpty)
        let text = VariationsText(sampled[0]).text
        #expect(text.contains("\ninconclusive: 100 of \(all.total) variations were tried"))
        #expect(!VariationsText(all).text.contains("inconclusive"))
    }

    @Test("are each tried at most once", arguments: [1, 2, 3, 7, 99, 100, 101, 500])
    func sample(limit: Int) {
        let counts = [3, 0, 40, 1, 56, 0]
        let sample = VariationSample(counts, limit: limit, seed: 3)
        let places = counts.enumerated().map { payment, count in
            sample.positions(ofPayment: payment, count: count)
        }
        #expect(places.reduce(0) { $0 + $1.count } == min(limit, 100))
        for (chosen, count) in zip(places, counts) {
            #expect(Set(chosen).count == chosen.count)
            #expect(chosen.allSatisfy { (0..<count).contains($0) })
        }
    }
}
