import Events
import Payments
import Replay
import Stories
import Testing

@testable import Exploration

@Suite("Witnesses")
struct WitnessTests {
    private static let world = World(.twoPeriods)

    /// The step that `witness` stands for. A result at the deadline of another attempt is followed by
    /// that attempt's timer, since the clock stops there.
    private func step(_ witness: Witnesses.Witness, isTimer: Bool) throws -> StoryStep {
        let story = Story(of: "p1", witness.events, until: witness.end, in: Self.world)
        return try #require(story.steps.last { ($0.event == nil) == isTimer })
    }

    @Test("make happen what they are named after, by their last event or the timer after it")
    func honest() throws {
        let witnesses = Witnesses(ofMethod: "wallet", in: Self.world)
        #expect(witnesses.cells.count > 40)
        for (cell, witness) in witnesses.cells {
            let isTimer = cell.rule == .periodExpired || cell.rule == .periodExpiredWithoutEffect
            let step = try step(witness, isTimer: isTimer)
            #expect(step.step.rule == cell.rule)
            #expect(step.moment == cell.moment, "\(cell)")
            #expect(witnesses[cell]?.events.count == witness.events.count)
        }
        for (encounter, witness) in witnesses.encounters {
            let step = try step(witness, isTimer: encounter.trigger == .timer)
            #expect(step.step.from == encounter.status)
            #expect((step.event == nil) == (encounter.trigger == .timer))
            if let action = step.event?.action { #expect(action.trigger == encounter.trigger) }
        }
    }

    @Test("reach everything but a timer where none is armed")
    func encounters() {
        let witnesses = Witnesses(ofMethod: "card", in: Self.world)
        let missing = [Status?.none, .waiting, .processing, .completed].flatMap { status in
            Witnesses.Trigger.allCases.map {
                Witnesses.Encounter(status: status, trigger: $0)
            }
        }.filter { witnesses[$0] == nil }
        #expect(
            missing == [
                Witnesses.Encounter(status: nil, trigger: .timer),
                Witnesses.Encounter(status: .waiting, trigger: .timer),
            ])
        #expect(Set(witnesses.cells.map(\.cell.rule)).count == Rule.allCases.count)
    }

    @Test("are no more with more attempts or more events")
    func bounds() {
        let usual = Witnesses(ofMethod: "card", in: Self.world)
        let wider = Witnesses(
            ofMethod: "card", in: Self.world,
            within: [
                ExplorationBounds(knownAttempts: 3, depth: 6),
                ExplorationBounds(knownAttempts: 2, depth: 20),
            ])
        #expect(wider.cells.map(\.cell) == usual.cells.map(\.cell))
        #expect(
            wider.cells.map(\.witness.events.count) == usual.cells.map(\.witness.events.count))
        #expect(wider.encounters.map(\.encounter) == usual.encounters.map(\.encounter))
    }

    @Test("of a method that is not configured are none")
    func unknown() {
        let witnesses = Witnesses(ofMethod: "nothing", in: Self.world)
        #expect(witnesses.cells.isEmpty)
        #expect(witnesses.encounters.isEmpty)
    }
}
