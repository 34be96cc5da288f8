public import Events
public import Payments

/// Why a payment never got to a status, or is not there at the end.
public struct WhyNot: Sendable {
    public let status: Status
    public let answer: Answer
    /// When it was there.
    public let stays: [Stay]
    /// What kept it away, or brought it there.
    public let findings: [Finding]

    public enum Answer: Sendable, Equatable {
        /// It is there.
        case isThere
        /// It was there and is now in another status.
        case wasThere(now: Status, since: Timestamp)
        /// It is in another status and never was in this one.
        case neverThere(now: Status, since: Timestamp)
        /// Nothing created it.
        case notCreated
    }

    /// A time in the status.
    public struct Stay: Sendable {
        public let entered: Mark
        /// Nil if it is there at the end.
        public var left: Mark?
    }

    /// A step that led into a status or out of it.
    public struct Mark: Sendable {
        public let at: Timestamp
        public let step: Int
        public let rule: Rule
    }

    /// A fact that answers the question.
    public struct Finding: Sendable {
        /// The attempt that it is about.
        public let attempt: String?
        /// The step that it is about.
        public let step: Int?
        public let facts: Facts
    }

    public enum Facts: Sendable {
        case notCreated
        case noAttempt
        /// An attempt without a result when the clock stopped.
        case unanswered(OpenAttempt, Route, Silence, end: Timestamp)
        case declined(OpenAttempt, Route, at: Timestamp, ErrorText)
        case step(Reason, Role)
        case underWay(OpenAttempt, Route, end: Timestamp)
        /// A completed payment stays completed.
        case final(Payer)
    }

    /// What a step did to the answer.
    public enum Role: Sendable {
        case broughtIt, tookItAway, wasNotApplied
    }

    /// What became of an attempt that has no result.
    public enum Silence: Sendable {
        case open
        case expired
        case superseded(by: String, at: Timestamp)
    }
}
