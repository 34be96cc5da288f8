internal import Payments
internal import Stories

/// Takes every step that leads on from some states: a part of one round of a search.
struct Expansion: ~Copyable {
    private let search: Search
    private let words: UnsafeMutablePointer<UInt64>
    private var tally = Tally()
    /// What was found, by shard: the words of each state, its origin, and its number among all.
    private var found: [[UInt64]]
    private var foundCount: UInt64 = 0
    private let recent: RecentStates

    init(_ search: Search, _ recent: RecentStates) {
        self.search = search
        self.recent = recent
        words = .allocate(capacity: search.wordCount)
        found = Array(repeating: [], count: StateTable.shardCount)
    }

    deinit {
        words.deallocate()
    }

    /// What a part of a round found.
    struct Result: Sendable {
        let tally: Tally
        let found: [[UInt64]]
    }

    /// Takes the steps that lead on from `states`.
    mutating func expand(_ states: some Sequence<StateID>) -> Result {
        for state in states { expand(state, search.scene(state)) }
        return Result(tally: tally, found: found)
    }

    private mutating func expand(_ state: StateID, _ scene: Scene) {
        let times = scene.times
        for (index, time) in times.enumerated() {
            tally.closings += 1
            close(scene, at: time, StepOrigin(closing: state, time: index))
        }
        guard search.leadsOn else { return }
        for (index, action) in search.cast.actions(scene.payment).enumerated() {
            for (offset, time) in times.enumerated() {
                tally.moves += 1
                let move = Move(action: index, time: offset)
                apply(PaymentEvent(at: time, action: action), to: scene, StepOrigin(state, move))
            }
        }
    }

    private mutating func close(_ scene: Scene, at time: Timestamp, _ origin: StepOrigin) {
        var payment = scene.payment
        search.machine.close(
            &payment, at: time,
            didStep: { step, after, _ in _ = check(step, scene.payment, after, .timer, origin) })
    }

    private mutating func apply(_ event: PaymentEvent, to scene: Scene, _ origin: StepOrigin) {
        var (next, before, isSound) = (scene, scene.payment, true)
        next.clock = event.at
        search.machine.take(
            event, on: &next.payment, methods: search.cast.world.methods,
            willStep: { payment, _ in before = payment },
            didStep: { step, after, byTimer in
                // What comes after a fault is not looked at.
                guard isSound else { return }
                isSound = check(step, before, after, byTimer ? .timer : event.trigger, origin)
            })
        if isSound { keep(next, origin) }
    }

    /// Notes the step; says whether every invariant holds.
    private mutating func check(
        _ step: Step, _ before: Payment, _ after: Payment, _ trigger: Witnesses.Trigger,
        _ origin: StepOrigin
    ) -> Bool {
        tally.note(step, from: before, by: trigger, at: origin)
        search.observer?(step, before, after)
        var holds = true
        for (index, invariant) in Search.invariants.enumerated()
        where !invariant.holds(from: before, by: step, to: after, byTimer: trigger == .timer) {
            tally.note(index, at: origin)
            holds = false
        }
        return holds
    }

    private mutating func keep(_ scene: Scene, _ origin: StepOrigin) {
        // More attempts than were started are not a state of the real machine.
        guard scene.payment.attemptCount <= search.bounds.attempts + 1 else { return }
        search.form.write(scene, attempts: search.bounds.attempts, to: words)
        let hash = StateTable.hash(words, search.wordCount)
        guard recent.isNew(words, hash) else { return }
        let shard = Int(truncatingIfNeeded: hash) & (StateTable.shardCount - 1)
        guard !search.table.shards[shard].contains(words, hash) else { return }
        found[shard].append(
            contentsOf: UnsafeBufferPointer(start: words, count: search.wordCount))
        found[shard].append(origin.bits)
        found[shard].append(foundCount)
        foundCount += 1
    }
}

extension PaymentEvent {
    var trigger: Witnesses.Trigger {
        switch action {
        case .created: .created
        case .attempted: .attempted
        case .succeeded: .succeeded
        case .failed: .failed
        }
    }
}
