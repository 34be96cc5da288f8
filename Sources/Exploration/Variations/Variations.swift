public import Events
public import Payments
public import Stories

/// What becomes of recorded payments if one of their events is repeated, lost, swapped or delayed.
public struct Variations: Sendable {
    public let paymentCount: Int
    /// How many variations there are.
    public let total: Int
    /// How many of them were tried: all, or a sample.
    public let tried: Int
    /// What the sample depended on.
    public let seed: UInt64
    /// How many of those changed nothing that is told.
    public let unchanged: Int
    /// What changed, grouped by its cause: money first, then by the number of variations.
    public let groups: [Group]
    /// What does not hold after some step of a variation, in the order of the invariants.
    public let violations: [Violation]

    /// Whether all variations were tried, so that what was not found does not exist.
    public var isConclusive: Bool { tried == total }

    /// A kind of variation of a kind of event, and what it changes.
    public struct Cause: Sendable, Hashable {
        public let kind: Variation.Kind
        /// What the varied event is.
        public let trigger: Witnesses.Trigger
        public let change: StoryChange
    }

    /// Variations with the same cause.
    public struct Group: Sendable {
        public let cause: Cause
        public internal(set) var count: Int
        /// The changes of the anomalies of all variations together.
        public internal(set) var anomalies: AnomalyChange
        /// Whether these are those of each variation.
        public internal(set) var isUniform = true
        /// The one with the fewest events; of those, the first.
        public internal(set) var smallest: Example
        /// The changes of its anomalies.
        public internal(set) var smallestAnomalies: AnomalyChange

        /// What matters most of what changes.
        public var weight: StoryChange.Weight { cause.change.weight }
    }

    /// Kinds of anomalies that are more, or less, frequent than before.
    public struct AnomalyChange: Sendable, Equatable {
        public internal(set) var added: Set<Anomaly>
        public internal(set) var removed: Set<Anomaly>
    }

    /// An invariant that does not hold.
    public struct Violation: Sendable {
        public let invariant: Invariant
        public internal(set) var count: Int
        /// The one with the fewest events; of those, the first.
        public internal(set) var smallest: Example
    }

    /// A varied payment.
    public struct Example: Sendable {
        public let payment: String
        /// The event, as it was.
        public let event: RecordedEvent
        public let kind: Variation.Kind
        /// The varied events of the payment, in the order in which they apply.
        public let events: [RecordedEvent]
        /// Where the clock stops.
        public let end: Timestamp
    }

    /// How variations are tried.
    public struct Options: Sendable {
        /// Where the clock stops whatever is delayed beyond it; nil: it follows what is delayed.
        public var until: Timestamp?
        /// The most variations that are tried; of more, a sample is.
        public var limit = 1_000_000
        /// About how many attempts may be looked at in all, at every step of every variation; of more
        /// variations than that allows, a sample is tried. Nil: any number.
        public var mostLooks: Int? = 1_000_000_000
        /// What the sample depends on.
        public var seed: UInt64 = 1
        public var threads = 1

        public init() {}
    }

    /// Tries the variations of `events`, which are in the order in which they apply.
    ///
    /// - Parameter end: where the clock stopped.
    public init(
        of events: [RecordedEvent], until end: Timestamp, in world: World, _ options: Options
    ) {
        let payments = StoryBook.grouped(events.filter { $0.at <= end })
        let trial = VariationTrial(world: world, end: end, options: options, payments: payments)
        let counts = trial.counts()
        let limit = min(options.limit, trial.affordable(counts))
        let sample = VariationSample(counts, limit: limit, seed: options.seed)
        let findings = trial.run(sample)
        paymentCount = payments.count
        total = sample.total
        tried = sample.count
        seed = options.seed
        unchanged = findings.unchanged
        groups = findings.sortedGroups
        violations = findings.sortedViolations
    }
}
