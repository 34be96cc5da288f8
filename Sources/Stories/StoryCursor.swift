public import Payments

/// Goes through a story from time to time, so that its events are applied only once.
public struct StoryCursor {
    private let story: Story
    private var texts: StoryTexts
    private var payment = Payment()
    /// The payment before the event that was taken last, and after its timer, if it fired one.
    private var timerFired: Payment?
    private var (stepNumber, nextStep) = (0, 0)

    /// Begins before the first event.
    public init(_ story: Story) {
        self.story = story
        texts = story.texts
    }

    /// The payment after every event and timer up to and including `time`, which is not before the time
    /// that was asked for last.
    ///
    /// - Complexity: O(*steps since then*).
    public mutating func payment(at time: Timestamp) -> Payment {
        let count = story.stepCount(upTo: time)
        guard count < story.steps.count else { return story.last }
        // The next event may have fired the last of these timers.
        if count < stepNumber { return timerFired ?? payment }
        while stepNumber < count { takeNext(upTo: count) }
        return count < stepNumber ? timerFired ?? payment : payment
    }

    private mutating func takeNext(upTo count: Int) {
        while nextStep < story.steps.count, story.steps[nextStep].event == nil { nextStep += 1 }
        guard nextStep < story.steps.count, let recorded = story.steps[nextStep].event else {
            stepNumber = count
            return
        }
        nextStep += 1
        timerFired = nil
        guard let event = texts.event(recorded) else { return }
        var (number, fired) = (stepNumber, Payment?.none)
        story.world.take(
            event, recorded, on: &payment,
            didStep: { _, after, byTimer in
                number += 1
                if byTimer, number == count { fired = after }
            })
        (stepNumber, timerFired) = (number, fired)
    }
}
