import Foundation

/// All that was measured, as `--format json` writes it.
struct Report: Encodable {
    let stream: Stream
    let runs: Int
    let programs: [Programs]
    let inProcess: [InProcess]

    struct Stream: Encodable {
        let events: Int
        let payments: Int
        let bytes: Int
    }

    /// Whole programs with a number of threads.
    struct Programs: Encodable {
        let threads: Int
        let ours: Program
        let baseline: Program?
        /// Ours by the baseline's.
        let ratio: Ratio?
    }

    struct Program: Encodable {
        let wallSeconds: Double
        let eventsPerSecond: Double
        let megabytesPerSecond: Double
        let cpuSeconds: Double
        /// Absent where the benchmark itself takes more.
        let peakBytes: Double?
    }

    struct Ratio: Encodable {
        let wall: Double
        let cpu: Double
        let peak: Double?
    }

    /// Replays in the benchmark's process with a number of threads.
    struct InProcess: Encodable {
        let threads: Int
        let wallSeconds: Double
        /// By the phases' names.
        let threadSeconds: [String: Double]
        let shares: [String: Double]
        let stateBytes: Int
        let bytesPerPayment: Double
    }

    /// The report as one object, with a line break at its end.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }
}
