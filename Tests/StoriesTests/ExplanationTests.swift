import JSONText
import Payments
import Replay
import ReplayedCases
import Stories
import Testing

extension ReplayedCase {
    /// The explanation of every payment, in the order of their identifiers.
    fileprivate func explanations() throws -> [Explanation] {
        let (world, recording) = try read()
        return stories(of: recording, in: world).map { story in
            Explanation(
                of: story.payment, story.steps.compactMap(\.event), until: recording.end,
                of: StreamCounts(events: recording.total), in: world)
        }
    }
}

@Suite("An explanation")
struct ExplanationTests {
    @Test("tells what a story tells, in the conformance cases", arguments: try ReplayedCase.names())
    func conformance(name: String) throws {
        let replayed = try ReplayedCase(name)
        let (stories, explanations) = (try replayed.stories(), try replayed.explanations())
        let told = explanations.map { $0.steps.map { "\($0.row)" } + [text($0.state)] }
        let expected = stories.map { story in
            story.rows.map { "\($0)" } + [text(story.state(story.last))]
        }
        #expect(
            told.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
    }

    private func text(_ state: PaymentState?) -> String {
        String(decoding: JSONWriter.object { state?.write(to: &$0) }, as: UTF8.self)
    }

    @Test("follows the timer and the money")
    func timersAndMoney() throws {
        let told = Told().created(0).tried(1, "a-1").tried(2, "a-2", by: "post").tried(3, "a-3")
            .paid(4, "a-1").paid(19, "a-2").tried(20, "a-4").paid(21, "a-3")
        let steps = told.explained().steps
        let changes = steps.map { step in
            step.timerChanges.map { "\($0.kind) \($0.timer.attempt)" }.joined(separator: ", ")
        }
        #expect(
            changes == [
                "", "armed a-1", "superseded a-1", "armed a-3", "", "fired a-3", "", "", "",
            ])
        #expect(
            steps.map { $0.timer?.attempt } == [nil, "a-1", nil, "a-3", "a-3"] + [
                nil, nil, nil, nil,
            ])
        #expect(
            steps.map { $0.money?.received.amount } == [
                "0.00", "0.00", "0.00", "0.00", "100.00", "100.00", "200.00", "200.00", "300.00",
            ])
        #expect(steps.last?.money?.returned.amount == "200.00")
    }

    @Test("has attempts apart that look the same")
    func canonicalEquivalence() {
        let told = Told().created(0).tried(1, "\u{E9}").tried(1, "e\u{301}")
        let changes = told.explained().steps.last?.timerChanges.map(\.kind)
        #expect(changes == [.superseded, .armed])
    }

    @Test("stops at the end of the clock")
    func end() {
        let told = Told().created(0).tried(1, "a-1").paid(10, "a-1")
        #expect(told.explained(until: 5).steps.count == 2)
        #expect(told.explained(until: 5).state?.status == .processing)
    }

    @Test(
        "names durations in their units",
        arguments: [
            (0, "0 s"), (1, "0.000000001 s"), (1_500_000_000, "1.5 s"), (60_000_000_000, "1 min"),
            (90_061_000_000_000, "1 d 1 h 1 min 1 s"), (86_400_000_000_000, "1 d"),
        ])
    func durations(nanoseconds: Int64, expected: String) {
        #expect(Words.duration(.nanoseconds(nanoseconds)) == expected)
    }

    @Test("names the longest duration that there can be between two events")
    func longestDuration() {
        let longest = Timestamp.latest.duration(since: .earliest)
        #expect(Words.duration(longest) == "212935 d 23 h 59 min 59.999999999 s")
        #expect(Timestamp.earliest.duration(since: .latest) == .zero - longest)
    }

    @Test(
        "marks identifiers that could be taken for something else",
        arguments: [
            ("a-1", "a-1"), ("заказ-17", "заказ-17"), ("a b", "`a b`"), ("a.", "`a.`"), ("", "``"),
            ("-", "`-`"), ("a;b", "`a;b`"),
        ])
    func names(id: String, expected: String) {
        #expect(Words.name(id) == expected)
    }
}

extension Story {
    /// What a trace has of each step.
    fileprivate var rows: [TraceRow] { steps.indices.map(traceRow) }
}
