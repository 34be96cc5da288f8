import Foundation
import Synchronization

/// A program that was started and may still run.
public final class RunningProgram {
    private let process = Process()
    private let streams: TemporaryFolder

    /// Starts the program; it sees `environment` on top of the tests' own.
    init(
        _ executable: URL, _ arguments: [String], in folder: URL, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws {
        streams = try TemporaryFolder()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment
                .merging(environment) { _, new in new }
        }
        process.standardInput = try FileHandle(
            forReadingFrom: URL(filePath: streams.write("input", bytes: input)))
        // Files rather than pipes: nothing can fill up and block.
        process.standardOutput = try FileHandle(
            forWritingTo: URL(filePath: streams.write("output", "")))
        process.standardError = try FileHandle(
            forWritingTo: URL(filePath: streams.write("errors", "")))
        try OwnSignals.whileDefault { try process.run() }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    public var isRunning: Bool { process.isRunning }

    public func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for the end.
    public func outcome() -> Program.Outcome {
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Program.Outcome(
            exitCode: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
            signal: isSignal ? process.terminationStatus : nil,
            standardOutput: streams.read("output") ?? [],
            standardError: streams.read("errors") ?? [])
    }
}

/// What this process does about signals, which a process that it starts inherits.
private enum OwnSignals {
    /// One at a time: what is changed is that of the whole process.
    private static let lock = Mutex(())
    /// Those that a shell lets its background jobs ignore.
    private static let numbers = [SIGINT, SIGQUIT, SIGHUP]

    /// Calls `body` with no signal blocked, as they are on the threads that tests run on, and none
    /// ignored.
    static func whileDefault(_ body: () throws -> Void) rethrows {
        try lock.withLock { _ in
            let handlers = numbers.map { ($0, signal($0, SIG_DFL)) }
            var (none, blocked) = (sigset_t(), sigset_t())
            sigemptyset(&none)
            pthread_sigmask(SIG_SETMASK, &none, &blocked)
            defer {
                pthread_sigmask(SIG_SETMASK, &blocked, nil)
                for (number, handler) in handlers { signal(number, handler) }
            }
            try body()
        }
    }
}

/// Waiting for what another process does.
public enum Patience {
    /// Whether `condition` has become true within half a minute.
    public static func waits(until condition: () throws -> Bool) rethrows -> Bool {
        let end = ContinuousClock.now + .seconds(30)
        while try !condition() {
            if ContinuousClock.now > end { return false }
            usleep(500)
        }
        return true
    }
}
