internal import Events
internal import Parallelism
internal import Payments
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

    /// How many variations can be tried: each replays its payment, and every step looks at all attempts
    /// for the invariants.
    func affordable(_ counts: [Int]) -> Int {
        guard let mostLooks = options.mostLooks else { return .max }
        var (total, looks) = (0, Int128(0))
        for (count, payment) in zip(counts, payments) {
            total += count
            looks += Int128(count) * Int128(payment.events.count) * Int128(payment.events.count)
        }
        guard looks > mostLooks else { return .max }
        return max(1, Int(Int128(total) * Int128(mostLooks) / looks))
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
        return Parallel.map(count, threads: options.threads) { part in
            let start = part * Self.partSize
            return work(start..<min(start + Self.partSize, payments.count))
        }
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
        for position in sample.positions(ofPayment: payment, count: variations.count) {
            attempt(variations[position], of: varied, usual, &findings)
        }
    }

    private func attempt(
        _ variation: Variation, of varied: VariedStory, _ usual: StoryOutcome,
        _ findings: inout VariationFindings
    ) {
        let (events, position) = variation.applied(to: varied.events)
        // A clock that runs on may change the payment by itself, which is not an effect of the delay.
        let end = max(end, events.last?.at ?? end)
        let payment = varied.story.payment
        let old =
            end == self.end
            ? usual : StoryOutcome(Story(of: payment, varied.events, until: end, in: world))
        var broken: [Invariant] = []
        let story = Story(of: payment, events, until: end, in: world) {
            before, step, after, event in
            broken += Invariant.allCases.filter {
                !$0.holds(from: before, by: step, to: after, byTimer: event == nil)
            }
        }
        let example = Variations.Example(
            payment: payment, event: varied.events[variation.position], kind: variation.kind,
            events: events, end: end)
        let new = StoryOutcome(story)
        let change = StoryChange(
            from: old, to: new, ruleBefore: varied.story.rules[variation.position],
            ruleAfter: position.map { story.rules[$0] })
        findings.note(change, example, old, new)
        findings.note(broken: broken, example)
    }
}

extension Story {
    /// The rules that were applied to its events.
    fileprivate var rules: [Rule] { steps.filter { $0.event != nil }.map(\.step.rule) }
}
