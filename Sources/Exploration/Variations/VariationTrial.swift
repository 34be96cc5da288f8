internal import Payments
internal import Replay
internal import Stories

/// Tries variations, payment by payment, on several cores. What it finds does not depend on how many.
struct VariationTrial: Sendable {
    let world: World
    let end: Timestamp
    let options: Variations.Options
    let payments: [StoryBook.PaymentEvents]

    /// Payments that one thread takes at a time.
    private static let partSize = 256

    /// The number of variations of each payment.
    func counts() -> [Int] {
        parts { part in part.map { varied($0).variations(upTo: latest).count } }.flatMap { $0 }
    }

    /// Tries the variations of a sample.
    func run(_ sample: VariationSample) -> VariationFindings {
        let parts = parts { part in
            var findings = VariationFindings()
            for payment in part { attempt(payment, sample, &findings) }
            return findings
        }
        var all = VariationFindings()
        for findings in parts { all.add(findings) }
        return all
    }

    /// What `work` gives for each part of the payments, in their order.
    private func parts<Result: Sendable>(_ work: @Sendable (Range<Int>) -> Result) -> [Result] {
        let count = (payments.count + Self.partSize - 1) / Self.partSize
        let results = Ordered<Result>(count: count)
        results.fill(threads: options.threads, shared: ()) { part, _ in
            let start = part * Self.partSize
            return work(start..<min(start + Self.partSize, payments.count))
        }
        return results.results
    }

    private var latest: Timestamp { options.until ?? .latest }

    private func varied(_ payment: Int) -> VariedStory {
        let events = payments[payment]
        return VariedStory(of: events.payment, events.events, until: end, in: world)
    }

    private func attempt(
        _ payment: Int, _ sample: VariationSample, _ findings: inout VariationFindings
    ) {
        let varied = varied(payment)
        let variations = varied.variations(upTo: latest)
        let usual = StoryOutcome(varied.story)
        for place in sample.places(ofPayment: payment, count: variations.count) {
            attempt(variations[place], of: varied, usual, &findings)
        }
    }

    private func attempt(
        _ variation: Variation, of varied: VariedStory, _ usual: StoryOutcome,
        _ findings: inout VariationFindings
    ) {
        let (events, place) = variation.applied(to: varied.events)
        // A clock that runs on may change the payment by itself: that is no effect of a delay.
        let end = max(end, events.last?.at ?? end)
        let payment = varied.story.payment
        let old =
            end == self.end
            ? usual : StoryOutcome(Story(of: payment, varied.events, until: end, in: world))
        let story = Story(of: payment, events, until: end, in: world)
        let example = Variations.Example(
            payment: payment, event: varied.events[variation.place], kind: variation.kind,
            events: events, end: end)
        let new = StoryOutcome(story)
        let change = StoryChange(
            from: old, to: new, ruleBefore: varied.story.rules[variation.place],
            ruleAfter: place.map { story.rules[$0] })
        findings.note(change, example, old, new)
        findings.check(story, example)
    }
}

extension Story {
    /// The rules that were applied to its events.
    fileprivate var rules: [Rule] { steps.filter { $0.event != nil }.map(\.step.rule) }
}

/// What was found by some trials.
struct VariationFindings: Sendable {
    private(set) var unchanged = 0
    private var groups: [Variations.Cause: Variations.Group] = [:]
    private var violations: [Invariant: Variations.Violation] = [:]

    mutating func note(
        _ change: StoryChange?, _ example: Variations.Example, _ old: StoryOutcome,
        _ new: StoryOutcome
    ) {
        guard let change, let trigger = example.event.action.trigger else {
            unchanged += 1
            return
        }
        add(
            Variations.Group(
                cause: Variations.Cause(kind: example.kind, trigger: trigger, change: change),
                count: 1, addedAnomalies: new.anomalies(beyond: old),
                removedAnomalies: old.anomalies(beyond: new), smallest: example))
    }

    /// Checks every invariant after every step.
    mutating func check(_ story: Story, _ example: Variations.Example) {
        for step in story.steps {
            for invariant in Invariant.allCases
            where !invariant.holds(
                from: step.before, by: step.step, to: step.after, byTimer: step.event == nil)
            {
                add(Variations.Violation(invariant: invariant, count: 1, smallest: example))
            }
        }
    }

    /// Adds what was found later in the order of the payments.
    mutating func add(_ later: VariationFindings) {
        unchanged += later.unchanged
        for group in later.groups.values { add(group) }
        for violation in later.violations.values { add(violation) }
    }

    private mutating func add(_ later: Variations.Group) {
        guard var group = groups[later.cause] else {
            groups[later.cause] = later
            return
        }
        group.count += later.count
        group.addedAnomalies.formUnion(later.addedAnomalies)
        group.removedAnomalies.formUnion(later.removedAnomalies)
        if later.smallest.events.count < group.smallest.events.count {
            group.smallest = later.smallest
        }
        groups[later.cause] = group
    }

    private mutating func add(_ later: Variations.Violation) {
        guard var violation = violations[later.invariant] else {
            violations[later.invariant] = later
            return
        }
        violation.count += later.count
        if later.smallest.events.count < violation.smallest.events.count {
            violation.smallest = later.smallest
        }
        violations[later.invariant] = violation
    }

    var sortedGroups: [Variations.Group] {
        groups.values.sorted { left, right in
            if left.weight != right.weight { return left.weight.rawValue < right.weight.rawValue }
            if left.count != right.count { return left.count > right.count }
            return left.cause.sortKey.lexicographicallyPrecedes(right.cause.sortKey)
        }
    }

    var sortedViolations: [Variations.Violation] {
        Invariant.allCases.compactMap { violations[$0] }
    }
}

extension Variations.Cause {
    /// Tells any two causes apart.
    fileprivate var sortKey: [Int] {
        func place(_ status: Status?) -> Int { status.map { Int($0.rawValue) } ?? -1 }
        return [
            Int(kind.rawValue), Int(trigger.rawValue), Int(change.ruleBefore.rawValue),
            change.ruleAfter.map { Int($0.rawValue) } ?? -1, Int(change.payer.rawValue),
            Int(change.returned.rawValue), place(change.statusBefore), place(change.statusAfter),
        ]
    }
}

extension RecordedEvent.Action {
    /// What it is; nil for a `clock.advanced`, which is no payment's.
    var trigger: Witnesses.Trigger? {
        switch self {
        case .created: .created
        case .attempted: .attempted
        case .succeeded: .succeeded
        case .failed: .failed
        case .clockAdvanced: nil
        }
    }
}
