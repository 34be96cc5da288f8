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
        try run(url, arguments, in: folder, input: input)
    }

    /// Runs the program in the package's folder with arguments as a shell reads them.
    public static func run(_ arguments: String) throws -> Outcome {
        try shell("\"$ctl\" " + arguments)
    }

    /// Runs a shell's line in the package's folder, in which `$ctl` is the program, so that tests can
    /// redirect and pipe.
    public static func shell(_ line: String) throws -> Outcome {
        let script = "ctl='\(url.path)'\n\(line)"
        return try run(URL(filePath: "/bin/sh"), ["-c", script], in: ProjectFiles.root, input: [])
    }

    private static func run(
        _ executable: URL, _ arguments: [String], in folder: URL, input: [UInt8]
    ) throws -> Outcome {
        let streams = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(
            forReadingFrom: URL(filePath: streams.write("input", bytes: input)))
        // Files rather than pipes: nothing can fill up and block.
        process.standardOutput = try FileHandle(
            forWritingTo: URL(filePath: streams.write("output", "")))
        process.standardError = try FileHandle(
            forWritingTo: URL(filePath: streams.write("errors", "")))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationStatus, standardOutput: streams.read("output") ?? [],
            standardError: streams.read("errors") ?? [])
    }
}
