internal import Parallelism
internal import Payments
internal import Stories

/// A breadth-first search: from the states that so many events lead to, to those that one more leads
/// to, by its actions and times in order; whatever the number of threads.
struct Search: Sendable {
    let cast: Cast
    let machine: StateMachine
    let bounds: ExplorationBounds
    let form: Form
    let threads: Int
    let table: StateTable
    let wordCount: Int
    /// Called for every step, by any thread.
    let observer: (@Sendable (Step, Payment, Payment) -> Void)?
    /// Whether events are still to come; if not, states are only closed.
    private(set) var leadsOn = true

    static let invariants = Invariant.allCases

    /// States of a part, which one thread expands, and of a round: what a round found is held until
    /// it ends.
    private static let partSize = 128
    private static let roundSize = 128 * partSize

    init(
        _ cast: Cast, _ bounds: ExplorationBounds, form: Form = .canonical, threads: Int,
        observer: (@Sendable (Step, Payment, Payment) -> Void)? = nil
    ) {
        self.cast = cast
        machine = cast.world.machine
        self.bounds = bounds
        self.form = form
        self.threads = threads
        self.observer = observer
        wordCount = form.wordCount(attempts: bounds.attempts)
        table = StateTable(wordCount: wordCount)
    }

    /// What a search found, level by level.
    struct Findings {
        var tally = Tally()
        /// The number of new states after so many events.
        var levels: [Int] = []
        var isClosed = false
        var isFull = false
    }

    /// Searches to the bounds.
    mutating func run() -> Findings {
        var findings = Findings()
        var level = [first()]
        for depth in 0...bounds.depth {
            findings.levels.append(level.count)
            leadsOn = depth < bounds.depth
            level = advance(level, &findings)
            findings.isClosed = leadsOn && level.isEmpty
            if findings.isClosed || findings.isFull { break }
        }
        return findings
    }

    private func first() -> StateID {
        var words = [UInt64](repeating: 0, count: wordCount)
        form.write(Scene(), attempts: bounds.attempts, to: &words)
        let hash = StateTable.hash(words, wordCount)
        let shard = Int(truncatingIfNeeded: hash) & (StateTable.shardCount - 1)
        let index = table.shards[shard].insert(words, hash, from: .max) ?? 0
        return StateID(shard: shard, index: index)
    }

    /// Expands a level, and gives the new states.
    private func advance(_ level: [StateID], _ findings: inout Findings) -> [StateID] {
        var next: [StateID] = []
        var start = 0
        while start < level.count, !findings.isFull {
            let round = level[start..<min(start + Self.roundSize, level.count)]
            start = round.endIndex
            let results = expand(round)
            for result in results { findings.tally.add(result.tally) }
            next += insert(results)
            findings.isFull = table.count > ExplorationBounds.mostStates
        }
        return next
    }

    private func expand(_ round: ArraySlice<StateID>) -> [Expansion.Result] {
        let starts = Array(stride(from: round.startIndex, to: round.endIndex, by: Self.partSize))
        return Parallel.map(
            starts.count, threads: threads, sharing: RecentStates(wordCount: wordCount)
        ) { part, recent in
            let end = min(starts[part] + Self.partSize, round.endIndex)
            var expansion = Expansion(self, recent)
            return expansion.expand(round[starts[part]..<end])
        }
    }

    /// Adds what a round found to the table, shard by shard, and gives it in the order in which it was
    /// found.
    private func insert(_ results: [Expansion.Result]) -> [StateID] {
        let added = Parallel.map(StateTable.shardCount, threads: threads) { shard in
            var new: [FoundState] = []
            for (part, result) in results.enumerated() {
                insert(result.found[shard], of: part, into: shard, &new)
            }
            return new
        }
        return added.flatMap { $0 }
            .sorted { ($0.part, $0.number) < ($1.part, $1.number) }.map(\.state)
    }

    /// A new state, and when it was found: by which part of a round, and which one it was there.
    private struct FoundState {
        let state: StateID
        let part: Int
        let number: UInt64
    }

    private func insert(
        _ found: [UInt64], of part: Int, into shard: Int, _ new: inout [FoundState]
    ) {
        found.withUnsafeBufferPointer { found in
            guard let base = found.baseAddress else { return }
            for start in stride(from: 0, to: found.count, by: wordCount + 2) {
                let state = base + start
                let hash = StateTable.hash(state, wordCount)
                let index = table.shards[shard].insert(state, hash, from: state[wordCount])
                guard let index else { continue }
                new.append(
                    FoundState(
                        state: StateID(shard: shard, index: index), part: part,
                        number: state[wordCount + 1]))
            }
        }
    }
}
