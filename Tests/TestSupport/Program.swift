public import Foundation

/// The built program, run as its users run it.
public enum Program {
    public struct Outcome: Sendable {
        /// As a shell sees it: 128 and the signal, if one ended the program.
        public let exitCode: Int32
        /// The signal that ended the program, if one did.
        public let signal: Int32?
        public let standardOutput: [UInt8]
        public let standardError: [UInt8]

        public var text: String { String(decoding: standardOutput, as: UTF8.self) }
        public var errorText: String { String(decoding: standardError, as: UTF8.self) }
    }

    /// Where the build has put it: beside the tests.
    static let url: URL = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "connectorctl")

    /// Whether a shell finds the program `name`.
    static func isInstalled(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: $0 + "/" + name)
        }
    }

    /// Runs the program in `folder` and waits for its end; `input` is its standard input, and it sees
    /// `environment` on top of the tests' own.
    public static func run(
        _ arguments: [String], in folder: URL = ProjectFiles.root, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try RunningProgram(url, arguments, in: folder, input: input, environment: environment)
            .outcome()
    }

    /// Starts the program in the package's folder; it sees `environment` on top of the tests' own.
    public static func start(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> RunningProgram {
        try RunningProgram(url, arguments, in: ProjectFiles.root, environment: environment)
    }

    /// Runs the program in the package's folder with arguments as a shell reads them.
    public static func run(_ arguments: String) throws -> Outcome {
        try shell("\"$ctl\" " + arguments)
    }

    /// Runs a shell's line in the package's folder, in which `$ctl` is the program, so that tests can
    /// redirect and pipe.
    public static func shell(_ line: String) throws -> Outcome {
        try startShell(line).outcome()
    }

    /// Starts a shell's line as `shell` does; `arguments` are its `$@`.
    public static func startShell(
        _ line: String, _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws -> RunningProgram {
        let script = "ctl='\(url.path)'\n\(line)"
        return try RunningProgram(
            URL(filePath: "/bin/sh"), ["-c", script, "sh"] + arguments, in: ProjectFiles.root,
            environment: environment)
    }
}
