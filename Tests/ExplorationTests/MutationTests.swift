import Payments
import Replay
import ReplayedCases
import Stories
import Testing

@testable import Exploration

/// Whether the invariants and the conformance cases would notice if the state machine were wrong.
@Suite("Faults of the state machine")
struct MutationTests {
    /// What notices a machine's faults.
    private struct Verdict {
        let invariants: [Invariant]
        let cases: Int
    }

    @Test("are all noticed, and the real machine has none that are")
    func mutants() throws {
        let cases = try ReadCase.all()
        #expect(cases.count > 100)
        let real = verdict(.real, cases)
        #expect(real.invariants.isEmpty)
        #expect(real.cases == 0)
        #expect(Set(Mutant.all.map(\.sentence)).count == Mutant.all.count)
        #expect(Mutant.all.count >= 18)
        var table = ""
        var byInvariants = 0
        for mutant in Mutant.all {
            let verdict = verdict(mutant.machine, cases)
            #expect(
                !verdict.invariants.isEmpty || verdict.cases > 0,
                "nobody notices: \(mutant.sentence)")
            if !verdict.invariants.isEmpty { byInvariants += 1 }
            let names = verdict.invariants.map(\.name).joined(separator: ", ")
            table += "\(mutant.sentence)\n    \(verdict.cases) cases; invariants: "
            table += (names.isEmpty ? "none" : names) + "\n"
        }
        print(table + "\(byInvariants) of \(Mutant.all.count) are noticed by invariants alone")
        // Invariants say what must never happen; that the right thing happens is for the cases.
        #expect(byInvariants >= 25)
    }

    private func verdict(_ machine: StateMachine, _ cases: [ReadCase]) -> Verdict {
        let world = World(.small, machine: machine)
        // One method will do, and is the fastest.
        let cast = Cast(world, methods: [0], hasUnknownMethod: false, attempts: 2)
        var search = Search(cast, ExplorationBounds(knownAttempts: 2, depth: 6), threads: 2)
        let found = Exploration(search.run(), search)
        return Verdict(
            invariants: found.violations.map(\.invariant),
            cases: cases.count { !$0.passes(machine) })
    }
}

/// A conformance case that is read once and told by many machines.
private struct ReadCase {
    let replayed: ReplayedCase
    let world: World
    let recording: Recording

    static func all() throws -> [ReadCase] {
        try ReplayedCase.names().map { name in
            let replayed = try ReplayedCase(name)
            let (world, recording) = try replayed.read()
            return ReadCase(replayed: replayed, world: world, recording: recording)
        }
    }

    func passes(_ machine: StateMachine) -> Bool {
        var world = world
        world.machine = machine
        let stories = replayed.stories(of: recording, in: world)
        guard replayed.states(stories) == replayed.expectedStates else { return false }
        return replayed.expectedTrace.map { replayed.trace(stories) == $0 } ?? true
    }
}

extension ReplaySetup {
    /// One method with a period: enough for tests, which are built without optimisation.
    static let small = ReplaySetup(
        connectors: [Connector(id: "quarter", processingPeriodMinutes: 15)],
        methods: [PaymentMethod(id: "card", connector: 0, isActive: true, currencies: nil)])
}

extension Exploration {
    /// What is found in `world`, through its methods and one that is not configured.
    static func small(
        _ world: World, attempts: Int, depth: Int, threads: Int = 2
    ) -> Exploration {
        Exploration(
            of: world, within: ExplorationBounds(knownAttempts: attempts, depth: depth),
            threads: threads)
    }
}
