import Foundation
import Measuring

/// Measures cases in turn with a peer and prints a table.
struct Comparison {
    let folder: String
    let runs: Int
    let peer: String?
    private var ratios: [Double] = []
    private var strictRatios: [Double] = []

    init(folder: String, runs: Int, peer: String?) {
        self.folder = folder
        self.runs = runs
        self.peer = peer
    }

    /// - Parameter only: the cases to measure; all in the folder if it is empty.
    mutating func run(only names: [String]) throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            FileManager.default.fileExists(atPath: "\(folder)/\($0)/instances.ndjson")
        }
        row("case", ["instances", "valid", "compile/us", "ns"] + (peer == nil ? [] : peerColumns))
        for name in found.sorted() where names.isEmpty || names.contains(name) {
            try measure(BenchmarkCase(name, in: folder))
        }
        guard peer != nil else { return }
        row("geometric mean", ["", "", "", "", "", "", text(ratios), text(strictRatios)])
    }

    private let peerColumns = ["peer us", "peer ns", "ratio", "less call"]

    private mutating func measure(_ subject: BenchmarkCase) throws {
        let verdicts = subject.verdicts
        let other = try peer.map { try Peer($0, subject) }
        if let other, other.verdicts != verdicts {
            let pairs = zip(verdicts, other.verdicts)
            let line = pairs.prefix { $0 == $1 }.count + 1
            throw BenchmarkError(message: "\(subject.instancesPath):\(line): verdicts differ")
        }
        var own: [Double] = []
        var measurements: [Peer.Measurement] = []
        for _ in 0..<runs {
            own.append(subject.measure())
            if let other { measurements.append(try other.measure()) }
        }
        try other?.stop()
        var columns = [
            String(verdicts.count), String(verdicts.count { $0 == "1" }),
            text(subject.measureCompilation() / 1_000), text(own.median),
        ]
        if let other {
            let total = measurements.map(\.total).median
            let less = total - measurements.map(\.call).median
            ratios.append(own.median / total)
            strictRatios.append(own.median / less)
            columns += [
                text(other.compilation / 1_000), text(total), text(own.median / total, 3),
                text(own.median / less, 3),
            ]
        }
        row(subject.name, columns)
    }

    private func text(_ value: Double, _ decimals: Int = 1) -> String {
        String(format: "%.\(decimals)f", value)
    }

    private func text(_ ratios: [Double]) -> String { text(ratios.geometricMean, 3) }

    private func row(_ name: String, _ columns: [String]) {
        let cells = columns.map { String(repeating: " ", count: max(11 - $0.count, 1)) + $0 }
        print(name + String(repeating: " ", count: max(15 - name.count, 1)) + cells.joined())
        fflush(nil)
    }
}
