import Foundation
import TestSupport
import Testing

/// Runs the program on inputs of one kind at 1×, 10× and 100× a size, and expects time and memory to grow no faster
/// than *n* log *n*.
enum Growth {
    private static let factors = [1, 10, 100]
    /// From 10× to 100×, *n* log *n* grows by 10 times something below 2; the rest is for what measuring
    /// leaves uncertain. What is quadratic grows by 100.
    private static let allowed = 30.0
    /// What is less than this is too little to be compared.
    private static let least = (seconds: 0.03, bytes: 8e6)

    /// - Parameters:
    ///   - prepare: writes an input of a size to a folder; gives the arguments that read it.
    static func check(
        _ size: Int, exitCode: Int32, _ prepare: (Int, TemporaryFolder) throws -> [String],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let costs = try factors.map { factor in
            let folder = try TemporaryFolder()
            let arguments = try prepare(size * factor, folder)
            return try Program.cost(of: arguments, in: folder.url)
        }
        #expect(costs.map(\.exitCode) == [exitCode, exitCode, exitCode], sourceLocation: location)
        let seconds = growth(costs.map(\.seconds), least.seconds)
        let bytes = growth(costs.map { Double($0.peakBytes) }, least.bytes)
        let figures = costs.map { "\($0.seconds) s, \($0.peakBytes >> 20) MiB" }
        #expect(seconds <= allowed, "time: \(figures)", sourceLocation: location)
        #expect(bytes <= allowed, "memory: \(figures)", sourceLocation: location)
        if ProcessInfo.processInfo.environment["CONNECTORCTL_FIGURES"] != nil {
            print("growth of \(size): \(figures)")
        }
    }

    /// How much the last amount is of the one before, both without what the first one takes.
    private static func growth(_ amounts: [Double], _ least: Double) -> Double {
        (amounts[2] - amounts[0]) / max(amounts[1] - amounts[0], least)
    }
}
