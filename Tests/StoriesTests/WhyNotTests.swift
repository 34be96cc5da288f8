import Payments
import Stories
import Testing

@Suite("Why a payment is not in a status")
struct WhyNotTests {
    private static let tried = Told().created(0).tried(1, "a-1")

    @Test(
        "is answered with what happened",
        arguments: [
            (
                Told().paid(1, "a-1"), Status.completed,
                [
                    "the payment was never completed: nothing created it",
                    "no event has created this payment",
                    "step 1 was not applied: no event has created this payment yet, so this "
                        + "success for a-1 pays nothing",
                ]
            ),
            (
                Told().created(0).paid(5, "a-9"), .completed,
                [
                    "the payment was never completed; it has been waiting-for-payment since 2026-01-05 10:00",
                    "no attempt to pay it was ever started",
                    "step 2 was not applied: attempt a-9 had not been started yet, so this success "
                        + "pays nothing; the payment has had no attempts so far",
                ]
            ),
            (
                tried.tried(2, "a-2").tried(30, "a-3").failed(31, "a-3").tried(40, "a-4"),
                .completed,
                [
                    "the payment was never completed; it has been processing since 2026-01-05 10:40",
                    "a-1, started at 2026-01-05 10:01, has no result: a-2 replaced it at "
                        + "2026-01-05 10:02, and acme had said nothing by 2026-01-05 10:40",
                    "a-2, started at 2026-01-05 10:02, has no result: acme did not answer by 2026-01-05 "
                        + "10:17, or at any later time up to 2026-01-05 10:40",
                    "a-3 was declined by acme at 2026-01-05 10:31 with 51",
                    "a-4, started at 2026-01-05 10:40, has no result: acme has until 2026-01-05 10:55, "
                        + "and the clock stops at 2026-01-05 10:40",
                ]
            ),
            (
                tried.paid(2, "a-1"), .completed,
                [
                    "the payment is completed at the end, and has been since 2026-01-05 10:02 (step 3, paid)",
                    "step 3 put it in that status: acme confirmed 100.00 EUR for a-1, the attempt under way, "
                        + "14 min before its deadline at 2026-01-05 10:16; that completes the payment",
                ]
            ),
            (
                tried.paid(20, "a-1"), .waiting,
                [
                    "the payment was waiting-for-payment 2 times, most recently from "
                        + "2026-01-05 10:16 (step 3, period-expired) to 2026-01-05 10:20 (step "
                        + "4, paid-late); it has been completed since 2026-01-05 10:20",
                    "step 4 took it out of that status: acme confirmed 100.00 EUR for a-1, 4 min after it "
                        + "had expired at 2026-01-05 10:16; the payment was waiting, but the money "
                        + "moved: that completes it",
                    "the payment was completed by a-1 at 2026-01-05 10:20, and a completed payment "
                        + "stays completed",
                ]
            ),
            (
                Told().created(0, by: "post").tried(1, "a-1"), .waiting,
                [
                    "the payment was waiting-for-payment from 2026-01-05 10:00 (step 1, "
                        + "payment-created) to 2026-01-05 10:01 (step 2, attempt-started); it "
                        + "has been processing since 2026-01-05 10:01",
                    "step 2 took it out of that status: a-1, the first attempt, asks for "
                        + "100.00 EUR by post through slow; slow has no processing period: "
                        + "only a result ends processing",
                    "a-1 has been under way since 2026-01-05 10:01: slow had said nothing by "
                        + "2026-01-05 10:01, and there is no timer",
                ]
            ),
            (
                Told().created(0).tried(1, "a-1", .text("0.001")), .processing,
                [
                    "the payment was never processing; it has been waiting-for-payment since 2026-01-05 10:00",
                    "no attempt to pay it was ever started",
                    "step 2 was not applied: a-1 asks for 0.001, which EUR cannot hold: it has 2 "
                        + "fraction digits, and amounts have at most 10^18 of its smallest units",
                ]
            ),
            (
                tried.failed(2, "a-1"), .processing,
                [
                    "the payment was processing from 2026-01-05 10:01 (step 2, attempt-started) to "
                        + "2026-01-05 10:02 (step 3, declined); it has been waiting-for-payment since "
                        + "2026-01-05 10:02",
                    "step 3 took it out of that status: acme declined a-1, the attempt under way, with 51, "
                        + "14 min before its deadline at 2026-01-05 10:16; the client sees the error "
                        + "and can try again",
                ]
            ),
        ])
    func answers(told: Told, status: Status, expected: [String]) throws {
        let question = try #require(told.explained(whyNot: status).whyNot)
        let sentences = Sentences(on: nil)
        #expect([sentences.answer(question)] + question.findings.map(sentences.text) == expected)
    }
}
