/// Which event is written next: payments begin as time goes by, and their events wait for their
/// time. What waits is all that is kept.
struct Schedule {
    private let eventCount: UInt32
    private let meanGapNanoseconds: Int64
    private let periodMinutes: [Int?]
    private let disorderPerMille: Int
    private let longestLateness: Int64
    private let source: PaymentSource

    private var stories: PaymentStories
    /// Numbers of its own, so that disorder changes when events are written and nothing else.
    private var disorder: SeededNumbers
    private var repetitions: SeededNumbers
    private var waiting = TimingWheel()
    /// When the next payment begins.
    private var arrivalNanoseconds: Int64 = 0
    private var arrivals: SeededNumbers
    private var lastPayment: UInt32 = 0
    private var lastID: UInt32 = 0
    /// How many events have been decided upon, those that are sent again included.
    private var plannedCount: UInt32 = 0

    init(_ recipe: StreamRecipe) {
        eventCount = UInt32(recipe.eventCount)
        meanGapNanoseconds = recipe.rate.meanGapNanoseconds
        periodMinutes = recipe.methods.map(\.periodMinutes)
        disorderPerMille = recipe.disorderPerMille
        longestLateness = Int64(recipe.disorderSeconds) * 1000
        source = PaymentSource(recipe)
        var seeds = SeededNumbers(seed: recipe.seed)
        stories = PaymentStories(numbers: SeededNumbers(seed: seeds.next()))
        disorder = SeededNumbers(seed: seeds.next())
        repetitions = SeededNumbers(seed: seeds.next())
        arrivals = SeededNumbers(seed: seeds.next())
    }

    /// The event that is written next; nil after the last one.
    mutating func next() -> ScheduledEvent? {
        while plannedCount < eventCount {
            if let event = waiting.pop(dueBy: arrivalNanoseconds / 1_000_000) {
                return written(event)
            }
            beginPayment()
        }
        return waiting.pop(dueBy: .max).map { written($0) }
    }

    /// Gives the event its number, and schedules its repetition, if it has one.
    @inline(__always)
    private mutating func written(_ waited: ScheduledEvent) -> ScheduledEvent {
        var event = waited
        if event.id == 0 {
            lastID += 1
            event.id = lastID
        }
        if event.repeatMilliseconds != nil { sendAgain(event) }
        return event
    }

    private mutating func beginPayment() {
        lastPayment += 1
        let facts = source.facts(of: lastPayment)
        let start = arrivalNanoseconds / 1_000_000
        let period = periodMinutes[facts.method]
        // Moved out for the while, since the story is told to this schedule.
        var stories = stories
        stories.tell(facts.story, from: start, periodMinutes: period) { at, kind, attempt, again in
            plan(kind, of: attempt, at: at, isSentAgain: again)
        }
        self.stories = stories
        arrivalNanoseconds += gap()
    }

    /// The time to the next payment: half of all gaps lie in the first step, a quarter in the second,
    /// and so on, which comes close to arrivals by chance without computing a logarithm.
    private mutating func gap() -> Int64 {
        let step = meanGapNanoseconds * 2 / 3
        let steps = Int64(arrivals.next().trailingZeroBitCount)
        return steps * step + arrivals.within(0...step)
    }

    /// Decides upon an event, unless there are enough.
    private mutating func plan(
        _ kind: ScheduledEvent.Kind, of attempt: UInt8, at: Int64, isSentAgain: Bool
    ) {
        guard plannedCount < eventCount else { return }
        plannedCount += 1
        let lateness =
            disorder.chance(perMille: disorderPerMille) ? disorder.within(1...longestLateness) : 0
        var event = ScheduledEvent(
            dueMilliseconds: at + lateness, payment: lastPayment,
            latenessMilliseconds: UInt32(lateness), kind: kind, attempt: attempt)
        if isSentAgain, plannedCount < eventCount {
            plannedCount += 1
            let isCopy = repetitions.below(2) == 0
            event.repeatMilliseconds = isCopy ? 0 : UInt32(repetitions.within(400...60_000))
        }
        waiting.push(event)
    }

    private mutating func sendAgain(_ event: ScheduledEvent) {
        var again = event
        again.dueMilliseconds += Int64(event.repeatMilliseconds ?? 0)
        again.repeatMilliseconds = nil
        waiting.push(again)
    }
}
