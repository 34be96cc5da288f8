import Configuration
import Foundation
import Payments
import Replay
import Stories
import TestSupport
import Testing

/// Stories drive the state machine by themselves. They must tell what a replay tells, byte for byte.
@Suite("A story tells what a replay does")
struct StoryTests {
    /// The conformance cases whose replay writes states.
    static let cases: [String] = {
        let root = ProjectFiles.url("spec/conformance")
        let names = (try? ProjectFiles.names(in: root)) ?? []
        return names.filter {
            FileManager.default.fileExists(atPath: root.path + "/\($0)/expected/states.json")
        }
    }()

    @Test("in the conformance cases", arguments: cases)
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
        #expect(Self.cases.count > 100)
    }
}
