import Payments
import Replay
import ReplayedCases
import Stories
import Testing

/// Stories drive the state machine by themselves. They must tell what a replay tells, byte for byte.
@Suite("A story tells what a replay does")
struct StoryTests {
    @Test("in the conformance cases", arguments: try ReplayedCase.names())
    func conformance(name: String) throws {
        let replayed = try ReplayedCase(name)
        let stories = try replayed.stories()
        #expect(replayed.states(stories) == replayed.expectedStates)
        if let trace = replayed.expectedTrace {
            #expect(replayed.trace(stories) == trace)
        }
    }

    @Test(
        "and at each time what a story tells that ends there", arguments: try ReplayedCase.names())
    func times(name: String) throws {
        for story in try ReplayedCase(name).stories() {
            let events = story.steps.compactMap(\.event)
            var cursor = StoryCursor(story)
            for time in Set(story.steps.map(\.step.at)).sorted() {
                for shift in [-1, 0, 1] as [Int64] {
                    let end = Timestamp(nanoseconds: time.nanoseconds + shift)
                    let ended = Story(of: story.payment, events, until: end, in: story.world)
                    let seen = story.steps.prefix(story.stepCount(upTo: end)).map(\.step.rule)
                    #expect(seen == ended.steps.map(\.step.rule).prefix(seen.count).map(\.self))
                    // An earlier clock has not let the timers since then fire.
                    guard ended.steps.count == seen.count else { continue }
                    #expect(story.state(story.payment(at: end)) == ended.state(ended.last))
                    #expect(story.state(cursor.payment(at: end)) == ended.state(ended.last))
                    #expect(story.state(cursor.payment(at: end)) == ended.state(ended.last))
                }
            }
        }
    }

    @Test("there are cases")
    func caseCount() throws {
        #expect(try ReplayedCase.names().count > 100)
    }
}
