import Payments
import Replay
import ReplayedCases
import Stories
import Testing

/// Stories drive the state machine by themselves. They must tell what a replay tells, byte for byte.
@Suite("A story tells what a replay does")
struct StoryTests {
    @Test("in the conformance cases", arguments: ReplayedCase.names)
    func conformance(name: String) throws {
        let replayed = try ReplayedCase(name)
        let stories = try replayed.stories()
        #expect(replayed.states(stories) == replayed.expectedStates)
        if let trace = replayed.expectedTrace {
            #expect(replayed.trace(stories) == trace)
        }
    }

    @Test("there are cases")
    func caseCount() {
        #expect(ReplayedCase.names.count > 100)
    }
}
