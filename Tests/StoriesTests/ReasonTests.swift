import Payments
import Replay
import Stories
import Testing

@Suite("Every step has its reason")
struct ReasonTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let told: Told
        let end: Double?
        let rule: Rule
        let sentence: String
        var testDescription: String { sentence }

        init(_ told: Told, until end: Double? = nil, _ rule: Rule, _ sentence: String) {
            (self.told, self.end, self.rule, self.sentence) = (told, end, rule, sentence)
        }
    }

    private static let tried = Told().created(0).tried(1, "a-1")
    private static let paid = tried.paid(3, "a-1")
    private static let retried = tried.tried(20, "a-2")

    /// The last step of each.
    static let rows: [Row] = [
        Row(
            Told().created(0), .paymentCreated,
            "c-1 owes 100.00 EUR, to be paid by card through acme; the payment waits for its first "
                + "attempt"),
        Row(
            tried, .attemptStarted,
            "a-1, the first attempt, asks for 100.00 EUR by card through acme; acme has 15 "
                + "minutes to answer, until 10:16"),
        Row(
            Told().created(0, by: "post").tried(1, "a-1"), .attemptStarted,
            "a-1, the first attempt, asks for 100.00 EUR by post through slow; slow has no processing "
                + "period: only a result ends processing"),
        Row(
            tried.tried(2, "a-2", by: "cash", .text("5")), .attemptStarted,
            "a-2, attempt number 2, asks for 5.00 EUR by cash, which is not configured; "
                + "without a connector there is no timer: only a result ends processing; it "
                + "replaces a-1, which was started at 10:01 and has no result yet, and whose "
                + "timer, due at 10:16, is disarmed"),
        Row(
            tried.failed(2, "a-1").tried(5, "a-2"), .attemptStarted,
            "a-2, attempt number 2, asks for 100.00 EUR by card through acme; acme has 15 "
                + "minutes to answer, until 10:20; the error 51 is no longer displayed"),
        Row(
            paid.tried(4, "a-2"), .attemptRecorded,
            "a-2 for 100.00 EUR by card through acme came after the payment was completed by a-1 at "
                + "10:03; it is only noted, without a timer, and its money would be returned"),
        Row(
            tried, until: 16, .periodExpired,
            "acme had 15 minutes from 10:01 to answer for a-1, and did not answer by 10:16; "
                + "the payment waits again, so the client can try again"),
        Row(
            retried.paid(21, "a-1"), until: 60, .periodExpiredWithoutEffect,
            "acme had 15 minutes from 10:20 to answer for a-2, and did not answer by 10:35; but the payment "
                + "was completed by a-1 at 10:21, and stays completed"),
        Row(
            paid, .paid,
            "acme confirmed 100.00 EUR for a-1, the attempt under way, 13 min before its deadline at "
                + "10:16; that completes the payment"),
        Row(
            tried.paid(16, "a-1"), .paid,
            "acme confirmed 100.00 EUR for a-1, the attempt under way, exactly at its "
                + "deadline, 10:16, which still counts as in time; that completes the payment"),
        Row(
            tried.paid(40.5, "a-1"), .paidLate,
            "acme confirmed 100.00 EUR for a-1, 24 min 30 s after it had expired at 10:16; the payment "
                + "was waiting, but the money moved: that completes it"),
        Row(
            tried.failed(2, "a-1").paid(3, "a-1"), .paidLate,
            "acme confirmed 100.00 EUR for a-1, which had been declined at 10:02; the payment was "
                + "waiting, but the money moved: that completes it"),
        Row(
            tried.tried(16, "a-2").paid(16, "a-1"), .paidLateDuringRetry,
            "acme confirmed 100.00 EUR for a-1, exactly at its deadline, 10:16, but after "
                + "another event at that instant, before which it expired; the money moved "
                + "nevertheless: that completes the payment, while a-2, under way since 10:16, "
                + "stays open with its timer until 10:31"),
        Row(
            tried.tried(2, "a-2", by: "post").paid(17, "a-1"), .paidLateDuringRetry,
            "acme confirmed 100.00 EUR for a-1, which had been superseded by a-2 at 10:02; the result "
                + "came 1 min after a-1's deadline at 10:16; the money moved nevertheless: that "
                + "completes the payment, while a-2, under way since 10:02, stays open without a timer"
        ),
        Row(
            paid.tried(4, "a-2").paid(5, "a-2").tried(6, "a-3").paid(7, "a-3"),
            .secondPaymentReturned,
            "the payment was completed by a-1 at 10:03; this further success, of a-3 through acme, "
                + "was returned to c-1's balance: 100.00 EUR, 200.00 EUR in all"),
        Row(
            tried.failed(3, "a-1"), .declined,
            "acme declined a-1, the attempt under way, with 51, 13 min before its deadline at 10:16; "
                + "the client sees the error and can try again"),
        Row(
            tried.failed(17, "a-1", nil), .declinedLate,
            "acme declined a-1 with an error without code and message, 1 min after it had expired at "
                + "10:16; the payment was already waiting: only the displayed error changes"),
        Row(
            retried.failed(21, "a-1"), .declinedLateDuringRetry,
            "acme declined a-1 with 51, 5 min after it had expired at 10:16; the error is kept on the "
                + "attempt and not displayed, while a-2, under way since 10:20, stays open with its "
                + "timer until 10:35"),
        Row(
            retried.paid(21, "a-1").failed(22, "a-2"), .declineNotDisplayed,
            "acme declined a-2 with 51; the payment was completed by a-1 at 10:21, so the "
                + "error is kept on the attempt and not displayed"),
    ]
    // MARK: Events that change nothing

    static let ignored: [Row] = [
        Row(
            Told().created(0).created(1), .duplicateIgnored,
            "the payment had already been created, at 10:00; this says the same again"),
        Row(
            Told().created(0).created(1440, 9_900, by: "old", client: "c 2"), .duplicateIgnored,
            "the payment had already been created, at 2026-01-05 10:00; what it says now is ignored: client "
                + "`c 2` instead of c-1, method old instead of card and amount 99.00 EUR instead of "
                + "100.00 EUR"),
        Row(
            tried.tried(2, "a-1"), .duplicateIgnored,
            "a-1 had already been started, at 10:01; this says the same again"),
        Row(
            tried.tried(2, "a-1", by: "post", .text("0.5")), .duplicateIgnored,
            "a-1 had already been started, at 10:01; what it says now is ignored: method post instead of "
                + "card and amount 0.50 EUR instead of 100.00 EUR"),
        Row(
            paid.paid(4, "a-1"), .duplicateIgnored,
            "a-1 has already succeeded, at 10:03; acme repeats itself"),
        Row(
            tried.failed(2, "a-1").failed(3, "a-1"), .duplicateIgnored,
            "a-1 has already failed, at 10:02; acme repeats itself"),
        Row(
            tried.failed(2, "a-1").failed(3, "a-1", "54"), .duplicateIgnored,
            "a-1 has already failed, at 10:02, with 51; 54, which acme gives now, is dropped"),
        Row(
            paid.failed(4, "a-1"), .contradictionIgnored,
            "a-1 succeeded at 10:03 and paid the payment; money that moved is not undone by a later "
                + "failure, and 51 is not kept"),
        Row(
            retried.paid(21, "a-1").paid(22, "a-2").failed(23, "a-2"), .contradictionIgnored,
            "a-2 succeeded at 10:22 and its money was returned; money that moved is not undone by a "
                + "later failure, and 51 is not kept"),
        Row(
            Told().tried(1, "a-1"), .notApplied,
            "no event has created this payment yet, so there is nothing for a-1 to pay"),
        Row(
            Told().created(0).paid(1, "a-9"), .notApplied,
            "attempt a-9 had not been started yet, so this success pays nothing; the payment "
                + "has had no attempts so far"),
        Row(
            (2...5).reduce(tried) { $0.tried(Double($1), "a-\($1)") }.failed(6, "a-9"), .notApplied,
            "attempt a-9 had not been started yet, so this failure with 51 changes nothing; the "
                + "payment has a-1, a-2, a-3 and 2 more"),
        Row(
            Told().created(0, 500, "JPY").tried(1, "a-1", .text("0.05")), .notApplied,
            "a-1 asks for 0.05, which JPY cannot hold: it has no fraction digits, and amounts have at "
                + "most 10^18 of its smallest units"),
    ]

    @Test("built from the facts of the step", arguments: rows + ignored)
    func reasons(_ row: Row) throws {
        let step = try #require(row.told.explained(until: row.end).steps.last)
        #expect(step.row.rule == row.rule)
        #expect(step.sentences.text(step.reason) == row.sentence)
    }

    @Test("whatever the rule")
    func coverage() {
        let covered = Set((Self.rows + Self.ignored).map(\.rule))
        #expect(covered == Set(Rule.allCases))
    }

    @Test(
        "and so has every anomaly",
        arguments: [
            (Told().created(0, by: "cash"), Anomaly.unknownMethod, "has no method cash"),
            (Told().created(0, by: "old"), .inactiveMethod, "the method old of acme is not active"),
            (Told().created(0, 1, "USD", by: "euro"), .currencyNotAccepted, "EUR and JPY, not USD"),
            (
                Told().created(0).tried(1, "a-1", .text("99.5")), .amountMismatch,
                "a-1 is for 99.50 EUR, but the payment is for 100.00 EUR"
            ),
            (
                tried.tried(2, "a-2"), .attemptWhileProcessing,
                "a-2 was started while a-1, started at 10:01, was still under way"
            ),
            (
                paid.tried(4, "a-2"), .attemptAfterCompletion,
                "a-2 was started although the payment was completed by a-1 at 10:03"
            ),
            (
                tried.failed(2, "a-1").paid(3, "a-1"), .contradictoryResult,
                "a-1 failed at 10:02 and has now succeeded"
            ),
        ])
    func oddities(told: Told, kind: Anomaly, words: String) throws {
        let step = try #require(told.explained().steps.last)
        let oddity = try #require(step.oddities.first { $0.kind == kind })
        let sentence = try #require(step.sentences.text(oddity))
        #expect(sentence.contains(words), "\(sentence)")
    }
}
