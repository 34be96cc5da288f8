import ArgumentParser
import Exploration
import Payments
import Stories

struct Explore: ParsableCommand {
    @Option var attempts = 3
    @Option var depth = 10
    @Option var threads = 2
    func run() throws {
        guard let bounds = ExplorationBounds(attempts: attempts, depth: depth) else { return }
        let start = ContinuousClock.now
        let found = Exploration(of: .madeUp(), within: bounds, threads: threads)
        let output = ByteOutput(.standardOutput)
        output.write("\(found.stateCount) states, \(found.moveCount) moves \(found.closingCount) closings \(found.ending) \(found.levels) bytes \(found.stateBytes) \(ContinuousClock.now - start)\n")
        for v in found.violations { output.write("\(v.invariant) \(v.count) \(v.witness)\n") }
        for c in found.cells where c.count > 0 { output.write("\(c.cell.rule.name) \(c.cell.moment.name) \(c.count)\n") }
        for c in found.anomalies { output.write("\(c.kind.name) \(c.count)\n") }
        try output.finish()
    }
}
