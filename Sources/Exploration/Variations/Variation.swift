internal import Events
internal import Payments

/// One thing that could have gone otherwise with one event of a payment.
public struct Variation: Sendable, Equatable {
    public let kind: Kind
    /// The position of the event among those of its payment, in the order in which they apply.
    public let position: Int
    /// The time of the event, or of its copy.
    let time: Timestamp

    /// What could have happened to the event.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case repeatedAtOnce, repeatedAtEnd, lost, swapped
        case delayedBeforeDeadline, delayedToDeadline, delayedPastDeadline, delayedPastCompletion

        /// The stable name in every output.
        public var name: String {
            switch self {
            case .repeatedAtOnce: "repeated-at-once"
            case .repeatedAtEnd: "repeated-at-end"
            case .lost: "lost"
            case .swapped: "swapped"
            case .delayedBeforeDeadline: "delayed-before-deadline"
            case .delayedToDeadline: "delayed-to-deadline"
            case .delayedPastDeadline: "delayed-past-deadline"
            case .delayedPastCompletion: "delayed-past-completion"
            }
        }

        /// What it is, after the name of an event.
        public var phrase: String {
            switch self {
            case .repeatedAtOnce: "repeated at once"
            case .repeatedAtEnd: "repeated at the end"
            case .lost: "lost"
            case .swapped: "swapped with the next event"
            case .delayedBeforeDeadline: "delayed to just before the deadline"
            case .delayedToDeadline: "delayed to the deadline"
            case .delayedPastDeadline: "delayed past the deadline"
            case .delayedPastCompletion: "delayed past completion"
            }
        }
    }

    /// The varied events, in the order in which they apply, and the position of the varied one, or of
    /// the repeated one's copy, among them. What is delayed comes after everything that has the same
    /// time, as it would in a stream.
    func applied(to events: [RecordedEvent]) -> (events: [RecordedEvent], position: Int?) {
        var events = events
        var event = events[position]
        switch kind {
        case .lost:
            events.remove(at: position)
            return (events, nil)
        case .repeatedAtOnce:
            events.insert(event, at: position)
            return (events, position + 1)
        case .swapped:
            var next = events[position + 1]
            (event.at, next.at) = (next.at, event.at)
            (events[position], events[position + 1]) = (next, event)
            return (events, position + 1)
        case .delayedBeforeDeadline, .delayedToDeadline, .delayedPastDeadline,
            .delayedPastCompletion:
            events.remove(at: position)
        case .repeatedAtEnd: break
        }
        event.at = time
        let new = events.firstIndex { $0.at > time } ?? events.count
        events.insert(event, at: new)
        return (events, new)
    }
}
