import Documents
import Payments
import Replay
import Reporting
import Scenarios
import SourceText
import Stories
import TestSupport
import Testing

@testable import Exploration

@Suite("The search over all that can happen")
struct SearchTests {
    @Test("gives the same bytes whatever the number of threads")
    func threads() {
        let bytes = [1, 2, 3].map { threads in
            let found = Exploration.small(World.madeUp(), attempts: 2, depth: 5, threads: threads)
            return ExplorationJSON(found, scenarios: []).bytes
        }
        #expect(bytes[0] == bytes[1])
        #expect(bytes[0] == bytes[2])
        let read = JSONReader.read(SourceText(path: "found.json", bytes: bytes[0]))
        #expect(read.diagnostics.isEmpty)
    }

    @Test("meets every rule, every moment and every anomaly, and breaks no invariant")
    func everything() {
        let found = Exploration.small(World.madeUp(), attempts: 2, depth: 6)
        #expect(found.violations.isEmpty)
        for rule in Rule.allCases {
            let cells = found.cells.filter { $0.cell.rule == rule }
            #expect(cells.contains { $0.count > 0 }, "\(rule.name)")
        }
        for (kind, count) in found.anomalies where kind != .invalidSignature {
            #expect(count > 0, "\(kind.name)")
        }
        // What comes from a gateway may come before, at and after any deadline, and without one.
        for rule in [Rule.secondPaymentReturned, .declinedLateDuringRetry, .paidLateDuringRetry] {
            for moment in Moment.allCases {
                let cell = Witnesses.Cell(rule: rule, moment: moment)
                let count = found.cells.first { $0.cell == cell }?.count ?? 0
                #expect(count > 0, "\(rule.name) \(moment.name)")
            }
        }
    }

    @Test("ends by itself where nothing new comes, and says at which depth")
    func closed() {
        let found = Exploration.small(World(.small), attempts: 1, depth: 20)
        #expect(found.ending == .closed(depth: 6))
        #expect(found.levels.count == 7)
        #expect(found.levels.last ?? 0 > 0)
        let cut = Exploration.small(World(.small), attempts: 1, depth: 5)
        #expect(cut.ending == .depthReached)
        #expect(cut.levels == Array(found.levels.prefix(6)))
        // One event more, and the search knows that it is at an end.
        let exact = Exploration.small(World(.small), attempts: 1, depth: 7)
        #expect(exact.ending == .closed(depth: 6))
    }

    @Test("shows a fault with the fewest events that do, as a scenario")
    func violation() throws {
        let mutant = try #require(
            Mutant.all.first { $0.sentence.hasPrefix("the payment's amount") })
        let world = World(.small, machine: mutant.machine)
        let found = Exploration.small(world, attempts: 2, depth: 6)
        let violation = try #require(found.violations.first)
        #expect(found.violations.count == 1)
        #expect(violation.invariant == .creditedAsReturned)
        // Created, two attempts with other amounts, and a success of each: no less will do.
        #expect(violation.witness.events.count == 5)
        let draft = ScenarioDraft(of: violation, config: "connectors")
        try Golden.expect(Array(draft.yaml(in: world).utf8), "violation.yaml")
    }

    @Test("shows a fault of the last timer where the clock stops")
    func closingViolation() throws {
        let mutant = try #require(
            Mutant.all.first { $0.sentence == "a payment whose period expires is completed" })
        let world = World(.small, machine: mutant.machine)
        let found = Exploration.small(world, attempts: 1, depth: 3)
        let violation = try #require(found.violations.first)
        #expect(violation.witness.events.count == 2)
        #expect(violation.witness.end.text == "2026-01-01T00:15:00Z")
    }

    @Test("takes the longest and the shortest period of a configuration, and none")
    func methods() {
        let periods: [Int?] = [30, 5, nil, 60, 10]
        let setup = ReplaySetup(
            connectors: periods.enumerated().map {
                ReplaySetup.Connector(id: "c\($0)", processingPeriodMinutes: $1)
            },
            methods: periods.indices.map {
                ReplaySetup.PaymentMethod(
                    id: "m\($0)", connector: $0, isActive: $0 != 4, currencies: nil)
            })
        #expect(Exploration.methods(of: setup) == [3, 1, 2, 4])
    }

    @Test("writes the made-up configuration so that what it found can be run")
    func madeUp() throws {
        let folder = try TemporaryFolder()
        try folder.write("made-up-connectors.yaml", ReplaySetup.madeUp.yaml)
        let valid = try Program.run(["validate", "--strict", folder.path])
        #expect(valid.exitCode == 0, "\(valid.text)")
        let world = World.madeUp()
        let witnesses = Witnesses(ofMethod: "wallet", in: world)
        for (number, reached) in witnesses.cells.enumerated() {
            let draft = ScenarioDraft(
                id: "cell-\(number)", title: reached.cell.rule.name, config: nil,
                events: reached.witness.events, until: reached.witness.end)
            try folder.write(draft.id + ".yaml", draft.yaml(in: world))
        }
        let run = try Program.run(["test", folder.path])
        #expect(run.exitCode == 0, "\(run.text.suffix(2000))\(run.errorText)")
    }

    @Test("has bounds")
    func bounds() {
        #expect(ExplorationBounds(attempts: 0, depth: 3) == nil)
        #expect(ExplorationBounds(attempts: 5, depth: 3) == nil)
        #expect(ExplorationBounds(attempts: 3, depth: 0) == nil)
        #expect(ExplorationBounds(attempts: 3, depth: 41) == nil)
        #expect(ExplorationBounds(attempts: 4, depth: 40) != nil)
        #expect(ExplorationBounds(attempts: 3, depth: 10) == .usual)
    }
}
