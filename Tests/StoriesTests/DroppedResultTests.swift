import Payments
import Replay
import ReplayedCases
import Stories
import TestSupport
import Testing

@Suite("A result that was not applied")
struct DroppedResultTests {
    private static let created = Told().created(0)
    private static let second = 1.0 / 60

    struct Row: Sendable, CustomTestStringConvertible {
        let told: Told
        let end: Double?
        /// The step, counted from 1.
        let step: Int
        let sentence: String
        var testDescription: String { sentence }

        init(_ told: Told, until end: Double? = nil, step: Int, _ sentence: String) {
            (self.told, self.end, self.step, self.sentence) = (told, end, step, sentence)
        }
    }

    private static let rows = [
        // What became of it.
        Row(
            Told().paid(0, "a-1").created(0), step: 1,
            "no event has created this payment yet (it was created at the same instant, but after this "
                + "result, in step 2), so this success for a-1 pays nothing"),
        Row(
            Told().failed(0, "a-1", nil).created(second), step: 1,
            "no event has created this payment yet (it was created 1 s later, in step 2), so "
                + "this failure of a-1 changes nothing"),
        Row(
            created.failed(1, "a-1").tried(1 + second / 4, "a-1"), step: 2,
            "attempt a-1 had not been started yet (it was started 250 ms later, in step 3), so "
                + "this failure with 51 changes nothing; the payment has had no attempts so far"),
        Row(
            created.paid(1, "a-1").tried(1, "a-1"), step: 2,
            "attempt a-1 had not been started yet (it was started at the same instant, but "
                + "after this result, in step 3), so this success pays nothing; the payment "
                + "has had no attempts so far"),
        Row(
            created.paid(1, "a-1").tried(2, "a-1"), until: 1, step: 2,
            "attempt a-1 had not been started yet, so this success pays nothing; the payment "
                + "has had no attempts so far"),
        Row(
            created.tried(1, "a-1", .text("98.9009")).paid(2, "a-1"), step: 3,
            "a-1 was refused in step 2 (its amount, 98.9009, does not fit EUR), so this success "
                + "pays nothing"),
        Row(
            Told().tried(0, "a-1").created(1).failed(2, "a-1"), step: 3,
            "a-1 was refused in step 1 (the payment had not been created yet), so this failure with "
                + "51 changes nothing"),
        Row(
            Told().tried(0, "a-1").created(1).tried(2, "a-1", .text("0.001")).paid(3, "a-1")
                .tried(4, "a-1"),
            step: 4,
            "a-1 was refused in step 3 (its amount, 0.001, does not fit EUR) and started 1 min later, "
                + "in step 5, so this success pays nothing"),
        // What is said of its attempt.
        Row(
            created.paid(1, "a-1").tried(1 + second, "a-1"), step: 3,
            "a-1, the first attempt, asks for 100.00 EUR by card through acme; acme has 15 "
                + "minutes to answer, until 10:16:01; a success for a-1 came 1 s before a-1 "
                + "was started (step 2) and was dropped"),
        Row(
            created.paid(1, "a-1").tried(1, "a-1"), until: 16, step: 4,
            "acme had 15 minutes from 10:01 to answer for a-1, and no answer was applied by 10:16: a "
                + "success for a-1 came at the same instant, but before a-1 was started (step 2), and "
                + "was dropped; the payment waits again, so the client can try again"),
        Row(
            created.paid(1, "a-1").paid(2, "a-1").failed(3, "a-1").tried(3 + second, "a-1"),
            until: 60, step: 6,
            "acme had 15 minutes from 10:03:01 to answer for a-1, and no answer was applied by "
                + "10:18:01: 2 successes and a failure for a-1 came before a-1 was started "
                + "(steps 2, 3 and 4), the last one 1 s before, and were dropped; the payment "
                + "waits again, so the client can try again"),
        Row(
            created.failed(1, "a-2").tried(2, "a-1").tried(3, "a-2").paid(4, "a-1"), until: 60,
            step: 6,
            "acme had 15 minutes from 10:03 to answer for a-2, and no answer was applied by 10:18: a "
                + "failure for a-2 came 2 min before a-2 was started (step 2) and was dropped; but the "
                + "payment was completed by a-1 at 10:04, and stays completed"),
        Row(
            created.paid(1, "a-1").tried(2, "a-1").tried(3, "a-2"), step: 4,
            "a-2, attempt number 2, asks for 100.00 EUR by card through acme; acme has 15 "
                + "minutes to answer, until 10:18; it replaces a-1, which was started at 10:02 "
                + "and has no result yet, and whose timer, due at 10:17, is disarmed; a "
                + "success for a-1 came 1 min before a-1 was started (step 2) and was dropped"),
        Row(
            created.paid(1, "a-2").tried(2, "a-1").paid(3, "a-1").tried(4, "a-2"), step: 5,
            "a-2 for 100.00 EUR by card through acme came after the payment was completed by a-1 at "
                + "10:03; it is only noted, without a timer, and its money would be returned; a "
                + "success for a-2 came 3 min before a-2 was started (step 2) and was dropped"),
    ]

    @Test("is told with what it was, wherever it matters", arguments: rows)
    func sentences(_ row: Row) throws {
        let steps = row.told.explained(until: row.end).steps
        let step = try #require(steps.dropFirst(row.step - 1).first)
        #expect(step.sentences.text(step.reason) == row.sentence)
    }

    private static let answers: [(Told, Double, String)] = [
        (
            created.paid(1, "a-1").tried(2, "a-1"), 60.0,
            "a-1, started at 2026-01-05 10:02, has no result: a success for a-1 came 1 min before "
                + "a-1 was started (step 2) and was dropped, and there was no other result up to "
                + "2026-01-05 11:00"
        ),
        (
            created.paid(1, "a-1").tried(2, "a-1").tried(3, "a-2"), 4,
            "a-1, started at 2026-01-05 10:02, has no result: a-2 replaced it at 2026-01-05 "
                + "10:03; a success for a-1 came 1 min before a-1 was started (step 2) and was "
                + "dropped, and there was no other result up to 2026-01-05 10:04"
        ),
        (
            created.paid(1, "a-1").tried(2, "a-1"), 4,
            "a-1, started at 2026-01-05 10:02, has no result: a success for a-1 came 1 min before "
                + "a-1 was started (step 2) and was dropped; acme has until 2026-01-05 10:17, and "
                + "the clock stops at 2026-01-05 10:04"
        ),
        (
            Told().created(0, by: "post").paid(1, "a-1").tried(2, "a-1"), 4,
            "a-1, started at 2026-01-05 10:02, has no result: a success for a-1 came 1 min before "
                + "a-1 was started (step 2) and was dropped, and there was no other result up to "
                + "2026-01-05 10:04; there is no timer"
        ),
        (
            created.paid(1, "a-1").tried(2, "a-1").failed(3, "a-1"), 4,
            "a-1 was declined by acme at 2026-01-05 10:03 with 51; a success for a-1 came 1 min "
                + "before a-1 was started (step 2) and was dropped"
        ),
    ]

    @Test("is named where the payment was not completed", arguments: answers)
    func whyNot(told: Told, end: Double, sentence: String) throws {
        let question = try #require(told.explained(until: end, whyNot: .completed).whyNot)
        #expect(question.findings.first.map(Sentences(on: nil).text) == sentence)
    }

    @Test("is named where the payment is under way, and why it is not waiting is asked")
    func underWay() throws {
        let told = Self.created.paid(1, "a-1").tried(2, "a-1")
        let question = try #require(told.explained(whyNot: .waiting).whyNot)
        #expect(
            question.findings.last.map(Sentences(on: nil).text)
                == "a-1 has been under way since 2026-01-05 10:02: a success for a-1 came 1 min before a-1 "
                + "was started (step 2) and was dropped; acme has until 2026-01-05 10:17, and the "
                + "clock stops at 2026-01-05 10:02")
    }

    /// An explanation in a world in which no result of `told` has a right signature.
    private static func unsigned(_ told: Told, until end: Double) throws -> Explanation {
        var world = Told.world
        world.signatureKeys =
            try ReplayedCase("signature-that-is-missing").read().world.signatureKeys
        return Explanation(
            of: "p-1", told.events, until: Told.time(end),
            of: StreamCounts(events: told.events.count), in: world, whyNot: .completed)
    }

    @Test("on account of its signature says so, and what it was")
    func signatures() throws {
        let told = Self.created.paid(0, "a-1").tried(1, "a-1").paid(2, "a-1").failed(3, "a-1")
        let explained = try Self.unsigned(told, until: 60)
        let texts = explained.steps.map { $0.sentences.text($0.reason) }
        #expect(
            texts[3]
                == "the signature of this success for a-1 is missing or is not that of acme, "
                + "so it pays nothing")
        #expect(
            texts[4] == "the signature of this failure of a-1 with 51 is missing or is not that of "
                + "acme, so it changes nothing")
        let dropped =
            "a success for a-1 came 1 min before a-1 was started (step 2) and was dropped, and a "
            + "success and a failure for a-1 came without a valid signature (steps 4 and 5) and were "
            + "dropped"
        #expect(
            texts[5]
                == "acme had 15 minutes from 10:01 to answer for a-1, and no answer was applied "
                + "by 10:16: \(dropped); the payment waits again, so the client can try again")
        #expect(
            explained.whyNot?.findings.first.map(Sentences(on: nil).text)
                == "a-1, started at 2026-01-05 10:01, has no result: \(dropped), and there was "
                + "no other result up to 2026-01-05 11:00")
        let one = try Self.unsigned(Self.created.tried(1, "a-1").failed(2, "a-1"), until: 60)
        #expect(
            one.steps.last.map { $0.sentences.text($0.reason) }
                == "acme had 15 minutes from 10:01 to answer for a-1, and no answer was applied by "
                + "10:16: a failure for a-1 came at 10:02 without a valid signature (step 3) and was "
                + "dropped; the payment waits again, so the client can try again")
    }

    @Test("of very many is counted, and a few steps are named")
    func many() throws {
        let told = (1...1000).reduce(Self.created) { $0.paid(Double($1) / 1000, "a-1") }
            .tried(2, "a-1")
        let last = try #require(told.explained().steps.last)
        #expect(
            last.sentences.text(last.reason).hasSuffix(
                "; 1000 successes for a-1 came before a-1 was started (steps 2, 3, 4, 5, 6 and 995 "
                    + "more), the last one 1 min before, and were dropped"))
    }

    /// Events of one payment in no order that makes sense.
    private static func chaos(seed: UInt64) -> Told {
        var random = SeededGenerator(seed: seed)
        var told = Told()
        var minute = 0.0
        for _ in 0..<24 {
            minute += [0, 0, 1, 16].randomElement(using: &random) ?? 0
            let attempt = "a-\(Int.random(in: 1...4, using: &random))"
            switch Int.random(in: 0..<10, using: &random) {
            case 0: told = told.created(minute)
            case 1...3: told = told.tried(minute, attempt)
            case 4: told = told.tried(minute, attempt, .text("0.001"))
            case 5...7: told = told.paid(minute, attempt)
            default: told = told.failed(minute, attempt)
            }
        }
        return told
    }

    @Test(
        "says whether it was a success, and nobody is said to have been silent",
        arguments: 0..<200 as Range<UInt64>)
    func everywhere(seed: UInt64) throws {
        let told = Self.chaos(seed: seed)
        let explanations = [
            told.explained(until: 1000, whyNot: .completed),
            try Self.unsigned(told, until: 1000),
        ]
        for explained in explanations {
            var dropped: Set<String> = []
            for step in explained.steps {
                let text = step.sentences.text(step.reason)
                let attempt = step.row.attempt ?? ""
                if step.event == "gateway.result", step.row.rule == .notApplied {
                    let isSuccess = step.reason.dropped?.outcome == .succeeded
                    #expect(text.contains(isSuccess ? "this success" : "this failure"), "\(text)")
                    dropped.insert(attempt)
                }
                let isExpiry = step.row.rule == .periodExpired
                if isExpiry || step.row.rule == .periodExpiredWithoutEffect {
                    let isSilent = text.contains("and did not answer by")
                    #expect(isSilent != dropped.contains(attempt), "\(text)")
                }
                if step.row.rule == .notApplied {
                    let isRefused = text.contains("had not been started yet")
                    let wasTried = explained.steps.prefix(step.row.number - 1).contains {
                        $0.event == "payment.attempted" && $0.row.attempt == attempt
                    }
                    #expect(!(isRefused && wasTried), "seed \(seed): \(text)")
                }
            }
            for finding in explained.whyNot?.findings ?? [] {
                let text = Sentences(on: nil).text(finding)
                guard finding.step == nil, let attempt = finding.attempt else { continue }
                let isSilent = text.contains("did not answer") || text.contains("had said nothing")
                #expect(!(isSilent && dropped.contains(attempt)), "seed \(seed): \(text)")
            }
        }
    }
}
