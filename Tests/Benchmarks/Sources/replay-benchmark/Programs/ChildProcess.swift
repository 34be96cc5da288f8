import Foundation
import Glibc
import Measuring

/// What a whole program took.
struct ProcessUse {
    let wallSeconds: Double
    /// Of all its threads, in the program and in the system.
    let cpuSeconds: Double
    /// The most memory that was resident at a time; nil if that is less than what the benchmark
    /// itself takes, which hides it.
    let peakBytes: Double?
}

/// A program in a process of its own, without a shell in between.
enum ChildProcess {
    /// Runs a program, which must succeed, to its end. It reads nothing and what it prints is thrown
    /// away; what it complains about goes to `errors`.
    static func run(_ words: [String], errors: String) throws -> ProcessUse {
        let start = Stopwatch.now
        let process = try spawn(words, errors)
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw failure(words, String(cString: strerror(errno))) }
        }
        let wallSeconds = Double(Stopwatch.now - start) / 1e9
        guard status == 0 else {
            let complaint = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
            throw failure(words, "\(ending(status))\n\(complaint.suffix(2000))")
        }
        return ProcessUse(
            wallSeconds: wallSeconds,
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakBytes: peakBytes(usage))
    }

    /// A process begins in the memory of its parent, and the system counts that, too. It counts
    /// roughly: a mebibyte more or less says nothing.
    private static func peakBytes(_ usage: rusage) -> Double? {
        var own = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &own)
        return usage.ru_maxrss > own.ru_maxrss + 1024 ? Double(usage.ru_maxrss) * 1024 : nil
    }

    private static func spawn(_ words: [String], _ errors: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var process: pid_t = 0
        let fault = withStrings(words) { arguments in
            withStrings(environment) { environment in
                posix_spawnp(&process, words[0], &actions, nil, arguments, environment)
            }
        }
        guard fault == 0 else { throw failure(words, String(cString: strerror(fault))) }
        return process
    }

    /// Calls `body` with C strings and a null after them.
    private static func withStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let strings = texts.map { strdup($0) }
        defer { for string in strings { free(string) } }
        return body(strings + [nil])
    }

    private static func ending(_ status: Int32) -> String {
        status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
    }

    private static func failure(_ words: [String], _ reason: String) -> BenchmarkError {
        BenchmarkError(message: "cannot run `\(words.joined(separator: " "))`: \(reason)")
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
