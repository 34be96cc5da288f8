import TestSupport
import Testing

/// A kind of input that can be made of any size, and what the program does with it.
struct GrowthKind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The smallest size; the others are ten and a hundred times as large.
    let size: Int
    let exitCode: Int32
    /// Where they name one of the files, the program is given its path.
    let arguments: [String]
    /// The files of an input, by their names.
    let files: @Sendable (Int) -> [String: String]

    init(
        _ name: String, size: Int, exits exitCode: Int32, _ arguments: String...,
        files: @escaping @Sendable (Int) -> [String: String]
    ) {
        testDescription = name
        self.size = size
        self.exitCode = exitCode
        self.arguments = arguments
        self.files = files
    }

    /// Fails if time or memory grows faster than *n* log *n*. From ten times the size to a hundred times
    /// that is a factor of 15; what grows with the square has one of 100.
    func check() throws {
        let (one, ten, hundred) = (try run(size), try run(10 * size), try run(100 * size))
        let (time, memory) = (ten.seconds - one.seconds, ten.megabytes - one.megabytes)
        #expect(
            hundred.seconds - one.seconds <= Self.factor * max(time, Self.leastSeconds),
            "seconds: \(one.seconds), \(ten.seconds), \(hundred.seconds)")
        #expect(
            hundred.megabytes - one.megabytes <= Self.factor * max(memory, Self.leastMegabytes),
            "megabytes: \(one.megabytes), \(ten.megabytes), \(hundred.megabytes)")
    }

    private static let factor = 30.0
    /// Less than this is noise.
    private static let leastSeconds = 0.03
    private static let leastMegabytes = 2.0

    private func run(_ size: Int) throws -> MeasuredRun {
        let folder = try TemporaryFolder()
        let files = files(size)
        for (name, text) in files { try folder.write(name, text) }
        let run = try MeasuredRun(arguments.map { files[$0] == nil ? $0 : folder.path($0) })
        #expect(run.exitCode == exitCode, "size \(size)")
        return run
    }
}

/// Text of `count` parts, separated by commas.
func parts(_ count: Int, _ part: (Int) -> String) -> String {
    (0..<count).map(part).joined(separator: ",")
}
