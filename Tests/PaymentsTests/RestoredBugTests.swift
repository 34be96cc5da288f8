import Payments
import Testing

/// What is wrong at present: this fails.
@Suite("Attempts as they were kept, where they go wrong")
struct RestoredBugTests {
    @Test(
        "have no result from before they were started, which would trap where durations are counted"
    )
    func resultBeforeStart() {
        let attempt = Attempt(
            id: AttemptKey(rawValue: 1), method: Symbol(rawValue: 0), amount: 1,
            startedAt: Timestamp(nanoseconds: 1000), deadline: nil,
            resultAt: Timestamp(nanoseconds: 999), error: nil, marks: 2)
        #expect(attempt == nil)
    }
}
