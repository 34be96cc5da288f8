public import Foundation

/// The built program, run as its users run it.
public enum Program {
    public struct Outcome: Sendable {
        public let exitCode: Int32
        public let standardOutput: [UInt8]
        public let standardError: [UInt8]

        public var text: String { String(decoding: standardOutput, as: UTF8.self) }
        public var errorText: String { String(decoding: standardError, as: UTF8.self) }
    }

    /// Where the build has put it: beside the tests.
    private static let url: URL = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "connectorctl")

    /// Runs the program in `folder` and waits for its end; `input` is its standard input.
    public static func run(
        _ arguments: [String], in folder: URL = ProjectFiles.root, input: [UInt8] = []
    ) throws -> Outcome {
        let streams = try TemporaryFolder()
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(
            forReadingFrom: URL(filePath: streams.write("input", input)))
        // Files rather than pipes: nothing can fill up and block.
        process.standardOutput = try FileHandle(
            forWritingTo: URL(filePath: streams.write("output", [])))
        process.standardError = try FileHandle(
            forWritingTo: URL(filePath: streams.write("errors", [])))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationStatus, standardOutput: streams.read("output") ?? [],
            standardError: streams.read("errors") ?? [])
    }
}
