internal import Events
internal import Payments
internal import Stories

/// The story of one payment as it was, and what could have gone otherwise.
struct VariedStory {
    let events: [RecordedEvent]
    let story: Story
    /// Where the clock stops at least.
    let end: Timestamp
    /// When the payment was completed, and by which event.
    private let completion: (time: Timestamp, position: Int)?

    init(of payment: String, _ events: [RecordedEvent], until end: Timestamp, in world: World) {
        self.events = events
        self.end = end
        story = Story(of: payment, events, until: end, in: world)
        completion = Self.completion(story)
    }

    /// Every variation, event by event.
    ///
    /// - Parameter latest: what is delayed beyond it would not be applied, and is left out.
    func variations(upTo latest: Timestamp) -> [Variation] {
        let steps = story.steps.filter { $0.event != nil }
        precondition(steps.count == events.count, "every event of a payment is a step")
        return steps.enumerated().flatMap { position, step in
            var variations = [
                Variation(kind: .repeatedAtOnce, position: position, time: step.step.at),
                Variation(kind: .repeatedAtEnd, position: position, time: end),
            ]
            // Without its only event there would be no payment.
            if events.count > 1 {
                variations.append(Variation(kind: .lost, position: position, time: step.step.at))
            }
            if position + 1 < events.count {
                variations.append(Variation(kind: .swapped, position: position, time: step.step.at))
            }
            return variations
                + delays(step, position).filter { $0.time > step.step.at && $0.time <= latest }
        }
    }

    private func delays(_ step: StoryStep, _ position: Int) -> [Variation] {
        var delays: [Variation] = []
        if let deadline = step.deadline {
            for (kind, shift) in [
                (Variation.Kind.delayedBeforeDeadline, Int64(-1)), (.delayedToDeadline, 0),
                (.delayedPastDeadline, 1),
            ] {
                delays.append(
                    Variation(kind: kind, position: position, time: deadline.shifted(shift)))
            }
        }
        if let completion, completion.position != position {
            delays.append(
                Variation(
                    kind: .delayedPastCompletion, position: position,
                    time: completion.time.shifted(1)))
        }
        return delays
    }

    /// When the payment was completed, and by which event.
    private static func completion(_ story: Story) -> (time: Timestamp, position: Int)? {
        var position = 0
        for step in story.steps where step.event != nil {
            if step.step.to?.isPaid == true, step.step.from?.isPaid != true {
                return (step.step.at, position)
            }
            position += 1
        }
        return nil
    }
}

extension Timestamp {
    /// By a nanosecond or none: deadlines and events are months away from the ends of 64 bits.
    fileprivate func shifted(_ nanoseconds: Int64) -> Timestamp {
        Timestamp(nanoseconds: self.nanoseconds + nanoseconds)
    }
}
