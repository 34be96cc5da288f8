import Foundation
import Measuring

/// Measures whole programs that validate a file of one instance a line, in turn with a peer.
///
/// A program is a shell command with `{schema}` and `{instances}` in it; both must print the same
/// verdicts before anything is measured.
struct LineComparison {
    let folder: String
    let runs: Int
    let program: String
    let peer: String?

    /// - Parameter only: the cases to measure; all in the folder if it is empty.
    func run(only names: [String]) throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            FileManager.default.fileExists(atPath: "\(folder)/\($0)/instances.ndjson")
        }
        var ratios: [Double] = []
        print("case, MB, ms, MB/s" + (peer == nil ? "" : ", peer ms, ratio"))
        for name in found.sorted() where names.isEmpty || names.contains(name) {
            if let ratio = try measure(name) { ratios.append(ratio) }
        }
        if peer != nil { print("geometric mean", String(format: "%.3f", ratios.geometricMean)) }
    }

    private func measure(_ name: String) throws -> Double? {
        if let peer {
            let (ours, theirs) = (try verdicts(program, name), try verdicts(peer, name))
            guard ours == theirs else {
                throw BenchmarkError(message: "\(name): the programs' verdicts differ")
            }
        }
        var own: [Double] = []
        var others: [Double] = []
        for _ in 0..<runs {
            own.append(try milliseconds(program, name))
            if let peer { others.append(try milliseconds(peer, name)) }
        }
        let path = "\(folder)/\(name)/instances.ndjson"
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let megabytes = Double(size) / 1e6
        let speed = megabytes / own.median * 1_000
        var line = String(format: "%@, %.1f, %.1f, %.0f", name, megabytes, own.median, speed)
        let ratio = peer == nil ? nil : own.median / others.median
        if let ratio { line += String(format: ", %.1f, %.3f", others.median, ratio) }
        print(line)
        return ratio
    }

    private func verdicts(_ command: String, _ name: String) throws -> Data {
        let output = Pipe()
        let process = process(command, name)
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }

    private func milliseconds(_ command: String, _ name: String) throws -> Double {
        let process = process(command, name)
        process.standardOutput = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }

    private func process(_ command: String, _ name: String) -> Process {
        let line =
            command
            .replacingOccurrences(of: "{schema}", with: "\(folder)/\(name)/schema.json")
            .replacingOccurrences(of: "{instances}", with: "\(folder)/\(name)/instances.ndjson")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "exec \(line)"]
        return process
    }
}
